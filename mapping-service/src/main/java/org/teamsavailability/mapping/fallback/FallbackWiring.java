package org.teamsavailability.mapping.fallback;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.SearchesInProgress;

/** How fallbacks are found. */
@Configuration(proxyBeanMethods = false)
class FallbackWiring {

    @Bean
    Fallbacks fallbacks(
            FallbackStream stream, SearchesInProgress searches, SearchMeters meters, Clock clock) {
        return new Fallbacks(stream, searches, meters, clock);
    }
}
