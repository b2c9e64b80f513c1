package org.teamsavailability.mapping.decision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.SearchesInProgress;
import org.teamsavailability.mapping.settings.SearchSettings;

/** How decisions are found. */
@Configuration(proxyBeanMethods = false)
class DecisionWiring {

    @Bean
    Decisions decisions(
            DecisionStream stream,
            SearchesInProgress searches,
            SearchMeters meters,
            SearchSettings settings) {
        var leastViewer =
                switch (settings.decisionsVisibleTo()) {
                    case READERS -> Viewer.READER;
                    case ADMINISTRATORS -> Viewer.ADMINISTRATOR;
                };
        return new Decisions(stream, searches, meters, leastViewer);
    }
}
