package org.teamsavailability.mapping;

import java.security.SecureRandom;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.ApiKeysOnce;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.LoginRights;
import org.teamsavailability.mapping.desk.ServiceDesks;
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
    DeskTransactions deskTransactions(DSLContext database, LimitSettings limits) {
        return new DeskTransactions(database, limits.transactionsPerDesk());
    }

    @Bean
    ApplicationRunner loginRights(DSLContext database) {
        return _ -> LoginRights.check(database);
    }

    @Bean
    ServiceDesks serviceDesks(SecureRandom random, Clock clock) {
        return new ServiceDesks(random, clock);
    }

    @Bean
    Audit audit(Clock clock, JsonMapper json) {
        return new Audit(clock, json);
    }

    @Bean
    ApiKeys apiKeys(
            DSLContext database,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        return new ApiKeys(database, transactions, audit, random, clock);
    }

    @Bean
    ApiKeysOnce apiKeysOnce(
            DeskTransactions transactions, Audit audit, SecureRandom random, Clock clock) {
        return new ApiKeysOnce(transactions, audit, random, clock);
    }
}
