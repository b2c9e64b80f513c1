package org.teamsavailability.mapping.search;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.settings.SearchSettings;

/** What all searches of topics share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchWiring {

    @Bean
    SearchesInProgress searchesInProgress(SearchSettings settings) {
        return new SearchesInProgress(settings.atATime(), settings.atATimePerDesk());
    }

    @Bean
    SearchMeters searchMeters(MeterRegistry meters) {
        return new SearchMeters(meters);
    }
}
