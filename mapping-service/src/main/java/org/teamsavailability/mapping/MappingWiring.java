package org.teamsavailability.mapping;

import java.security.SecureRandom;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.access.ApiKeyRequestStore;
import org.teamsavailability.mapping.access.ApiKeyStore;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.ApiKeysOnce;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.persistence.LoginRights;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.settings.LimitSettings;

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
        return new PostgresDeskTransactions(database, limits.transactionsPerDesk());
    }

    @Bean
    ApplicationRunner loginRights(DSLContext database) {
        return _ -> LoginRights.check(database);
    }

    @Bean
    ApiKeys apiKeys(
            ApiKeyStore keys,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        return new ApiKeys(keys, transactions, audit, random, clock);
    }

    @Bean
    ApiKeysOnce apiKeysOnce(
            ApiKeyStore keys,
            ApiKeyRequestStore requests,
            DeskTransactions transactions,
            Audit audit,
            SecureRandom random,
            Clock clock) {
        return new ApiKeysOnce(keys, requests, transactions, audit, random, clock);
    }
}
