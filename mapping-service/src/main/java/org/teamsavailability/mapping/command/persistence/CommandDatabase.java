package org.teamsavailability.mapping.command.persistence;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.teamsavailability.mapping.access.persistence.ApiKeyRows;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.outbox.persistence.DeskEntryRows;
import org.teamsavailability.mapping.outbox.persistence.UnpublishedRows;

/**
 * The part of the database that commands use. No {@code @Configuration}, so that the service's own
 * scan does not find it.
 */
@Import({
    ApiKeyRows.class,
    AuditRows.class,
    DeskEntryRows.class,
    DeskRows.class,
    ServiceDeskRows.class,
    UnpublishedRows.class
})
public class CommandDatabase {

    /** Without a limit: a command does one thing at a time. */
    @Bean
    DeskTransactions deskTransactions(DSLContext database) {
        return new PostgresDeskTransactions(database);
    }
}
