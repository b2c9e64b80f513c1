package org.teamsavailability.mapping.technician;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.ConsentWatch;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;

/** Puts together what reads mappings and maps by hand. */
@Configuration
class ManualMappingWiring {

    @Bean
    MappedTechnicians mappedTechnicians(PostgresDeskTransactions transactions) {
        return new MappedTechnicians(transactions);
    }

    @Bean
    ManualMappings manualMappings(
            PostgresDeskTransactions transactions,
            TenantDirectory directory,
            ConsentWatch watch,
            AuditRows audit,
            Clock clock) {
        return new ManualMappings(transactions, directory, watch, audit, clock);
    }
}
