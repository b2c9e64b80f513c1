package org.teamsavailability.mapping.server;

import org.springframework.context.annotation.Bean;
import org.teamsavailability.mapping.settings.LimitSettings;

/**
 * The server of health and metrics, which has a port and connections of its own. Spring Boot finds
 * it by {@code ManagementContextConfiguration.imports}; it is no {@code @Configuration}, so that
 * the service's own scan does not.
 */
class ManagementServerLimits {

    @Bean
    ServerLimits limitsOfTheManagementServer(LimitSettings limits) {
        return new ServerLimits(limits);
    }
}
