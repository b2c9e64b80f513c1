package org.teamsavailability.mapping;

import java.security.SecureRandom;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.ApiKeysOnce;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.LoginRights;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.settings.LimitSettings;
import tools.jackson.databind.json.JsonMapper;

/** The one place where the service is put together. */
@Configuration
class MappingWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    PostgresDeskTransactions deskTransactions(DSLContext database, LimitSettings limits) {
        return new PostgresDeskTransactions(database, limits.transactionsPerDesk());
    }

    @Bean
    ApplicationRunner loginRights(DSLContext database) {
        return _ -> LoginRights.check(database);
    }

    @Bean
    ServiceDeskRows serviceDesks(SecureRandom random, Clock clock) {
        return new ServiceDeskRows(random, clock);
    }

    @Bean
    AuditRows audit(Clock clock, JsonMapper json) {
        return new AuditRows(clock, json);
    }

    @Bean
    ApiKeys apiKeys(
            DSLContext database,
            PostgresDeskTransactions transactions,
            AuditRows audit,
            SecureRandom random,
            Clock clock) {
        return new ApiKeys(database, transactions, audit, random, clock);
    }

    @Bean
    ApiKeysOnce apiKeysOnce(
            PostgresDeskTransactions transactions,
            AuditRows audit,
            SecureRandom random,
            Clock clock) {
        return new ApiKeysOnce(transactions, audit, random, clock);
    }
}
