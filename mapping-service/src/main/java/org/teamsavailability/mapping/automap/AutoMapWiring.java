package org.teamsavailability.mapping.automap;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.connection.ConsentWatch;
import org.teamsavailability.mapping.technician.SeveralMappings;

/** How the auto-map is put together. */
@Configuration
class AutoMapWiring {

    @Bean
    AutoMap autoMap(
            Runs runs,
            TenantDirectory directory,
            ConsentWatch watch,
            Function<GraphFailure, RunFailure> words,
            Clock clock,
            MeterRegistry meters) {
        return new AutoMap(runs, directory, words, watch, clock, meters);
    }

    @Bean
    SuggestionAcceptance suggestionAcceptance(AutoMap autoMap, SeveralMappings mappings) {
        return new SuggestionAcceptance(autoMap, mappings);
    }

    /** Runs end before the web server, which else would wait for requests that wait for runs. */
    @Bean
    ApplicationListener<ContextClosedEvent> autoMapEnd(AutoMap autoMap) {
        return _ -> autoMap.close();
    }
}
