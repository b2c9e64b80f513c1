package org.teamsavailability.service.credentials;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.sdk.MicrosoftGraph;

/** Puts the watch over the credentials together; a service imports it. */
@Configuration(proxyBeanMethods = false)
public class CredentialsWiring {

    @Bean
    CredentialsHealth microsoftCredentials(MicrosoftGraph graph) {
        return new CredentialsHealth(graph.credentials());
    }

    @Bean
    CredentialsMeters credentialsMeters(MicrosoftGraph graph, Clock clock, MeterRegistry registry) {
        return new CredentialsMeters(graph.credentials(), clock, registry);
    }

    @Bean
    CredentialsRounds credentialsRounds(MicrosoftGraph graph, CredentialsMeters meters) {
        return new CredentialsRounds(graph.credentials(), meters).started();
    }
}
