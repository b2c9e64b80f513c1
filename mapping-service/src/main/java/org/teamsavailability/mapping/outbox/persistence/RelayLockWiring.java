package org.teamsavailability.mapping.outbox.persistence;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.outbox.RelayLock;

/** The relay's lock, in the service's database. */
@Configuration(proxyBeanMethods = false)
class RelayLockWiring {

    @Bean
    RelayLock relayLock(JdbcConnectionDetails connection) {
        return AdvisoryLock.at(connection);
    }
}
