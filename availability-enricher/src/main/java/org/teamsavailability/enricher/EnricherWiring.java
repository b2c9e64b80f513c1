package org.teamsavailability.enricher;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.teamsavailability.enricher.dispatch.AgeLimits;
import org.teamsavailability.enricher.dispatch.TeamsDispatches;
import org.teamsavailability.enricher.health.StreamsHealth;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.enricher.settings.TeamsSettings;
import org.teamsavailability.enricher.settings.WaitingSettings;
import org.teamsavailability.enricher.settings.WarmUpSettings;
import org.teamsavailability.enricher.stage.RequestTraces;
import org.teamsavailability.enricher.stage.StageMetrics;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.topology.AnswerMetrics;
import org.teamsavailability.enricher.topology.EnricherParts;
import org.teamsavailability.enricher.topology.EnricherStreams;
import org.teamsavailability.enricher.topology.EnricherTopology;
import org.teamsavailability.enricher.topology.Fetches;
import org.teamsavailability.enricher.topology.Prerequisites;
import org.teamsavailability.enricher.topology.RegistryOutage;
import org.teamsavailability.enricher.topology.RequestLag;
import org.teamsavailability.enricher.topology.StateFormats;
import org.teamsavailability.enricher.topology.StreamsMeters;
import org.teamsavailability.enricher.topology.StreamsState;
import org.teamsavailability.enricher.topology.UncaughtFailures;
import org.teamsavailability.enricher.topology.WireFormats;
import org.teamsavailability.enricher.warmup.WarmUp;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.DecisionSettings;
import org.teamsavailability.service.settings.RegistrySettings;

/**
 * Where the enricher is put together. {@link MicrosoftWiring} has its way to Microsoft, and {@link
 * FormatsWiring} how its records are read and written.
 */
@Configuration(proxyBeanMethods = false)
class EnricherWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StreamsState streamsState(ApplicationContext application) {
        return new StreamsState(() -> breakLiveness(application));
    }

    @Bean
    Fetches fetches() {
        return new Fetches(System::nanoTime);
    }

    @Bean
    RequestLag requestLag(KafkaSettings kafka) {
        return new RequestLag(
                Topics.DISPATCH_REQUESTED.nameIn(kafka.topicPrefix()), System::nanoTime);
    }

    @Bean
    StreamsHealth streams(StreamsState state, Fetches fetches) {
        return new StreamsHealth(state, fetches);
    }

    @Bean
    EnricherParts enricherParts(
            PartsFactory parts, TeamsGateway gateway, MeterRegistry registry, Telemetry telemetry) {
        return parts.make(
                gateway, registry, new RequestTraces(telemetry.tracer(), telemetry.traced()));
    }

    /** Makes the topology's parts: once for the service, once for its warm-up. */
    interface PartsFactory {
        EnricherParts make(TeamsGateway gateway, MeterRegistry registry, RequestTraces traces);
    }

    @Bean
    PartsFactory partsFactory(
            KafkaSettings kafka,
            DecisionSettings decision,
            WaitingSettings waiting,
            TeamsSettings teams,
            WireFormats wire,
            StateFormats state,
            RequestLag requestLag,
            Clock clock) {
        return (gateway, registry, traces) -> {
            var rules = decision(decision, registry);
            return new EnricherParts(
                    kafka.topicPrefix(),
                    wire,
                    state,
                    directory ->
                            new TeamsDispatches(
                                    rules,
                                    directory,
                                    gateway,
                                    new AgeLimits(teams.presenceAge(), teams.rotaAge()),
                                    waiting.answerWithin()),
                    waiting.forStage(),
                    clock,
                    new StageMetrics(registry),
                    traces,
                    new AnswerMetrics(registry),
                    requestLag::of,
                    counter(
                            registry,
                            "teams.availability.table.rows.ignored",
                            "Rows of the mapping and connection topics that cannot be used"),
                    deadLetters(registry));
        };
    }

    @Bean
    WarmUp warmUp(PartsFactory parts, RecordSerdes serdes, Clock clock, WarmUpSettings settings) {
        return new WarmUp(
                gateway -> parts.make(gateway, new SimpleMeterRegistry(), RequestTraces.off()),
                serdes,
                clock,
                settings.requests(),
                settings.atMost());
    }

    @Bean
    EnricherStreams enricherStreams(
            EnricherParts parts,
            KafkaSettings kafka,
            RegistrySettings registry,
            StreamsState state,
            Fetches fetches,
            RequestLag requestLag,
            Clock clock,
            MeterRegistry meters,
            WarmUp warmUp,
            AtomicBoolean stopping,
            Environment environment,
            ApplicationContext application) {
        return new EnricherStreams(
                EnricherTopology.build(parts),
                kafka,
                new Prerequisites(kafka, registry),
                new UncaughtFailures(
                        clock,
                        FormatsWiring::pause,
                        RegistryOutage::isBehind,
                        () -> breakLiveness(application)),
                state,
                warmUp::run,
                new StreamsMeters(meters, state, fetches),
                fetches,
                requestLag,
                deadLetters(meters),
                () -> stopping.set(true),
                !environment.matchesProfiles(Training.PROFILE));
    }

    private static Decision decision(DecisionSettings settings, MeterRegistry registry) {
        return new Decision(
                settings.imminentWindow(),
                counter(
                        registry,
                        "teams.availability.presence.values.unknown",
                        "Presence values of Microsoft's that the rules do not know"));
    }

    private static Runnable deadLetters(MeterRegistry registry) {
        return Counter.builder("teams.availability.dead.letters")
                        .description("Records that went to a dead-letter topic")
                        .tag("topic", Topics.DISPATCH_REQUESTED_DLQ.name())
                        .register(registry)
                ::increment;
    }

    private static Runnable counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry)::increment;
    }

    private static void breakLiveness(ApplicationContext application) {
        AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
    }
}
