package org.teamsavailability.enricher;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.teamsavailability.enricher.settings.TeamsSettings;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.Scheduler;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.service.credentials.CredentialsWiring;
import org.teamsavailability.service.settings.MicrosoftSettings;

/** The way to Microsoft: the SDK behind the gateway, and what is known of our credentials. */
@Configuration(proxyBeanMethods = false)
@Import(CredentialsWiring.class)
class MicrosoftWiring {

    @Bean
    MicrosoftGraph microsoftGraph(MicrosoftSettings settings, Clock clock, Telemetry telemetry) {
        return MicrosoftGraph.connect(settings.forGraph(), clock, telemetry);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledThreadPoolExecutor gatewayAlarms() {
        var executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("gateway-alarms").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    @Bean
    TeamsGateway teamsGateway(
            MicrosoftGraph graph,
            TeamsSettings settings,
            Clock clock,
            ScheduledThreadPoolExecutor gatewayAlarms,
            Telemetry telemetry) {
        return new BatchingGateway(
                graph.port(),
                settings.forGateway(),
                clock,
                Scheduler.on(gatewayAlarms),
                new Random(),
                telemetry);
    }
}
