package org.teamsavailability.enricher.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.dispatch.AgeLimits;
import org.teamsavailability.enricher.dispatch.TeamsDispatches;
import org.teamsavailability.enricher.stage.RequestTraces;
import org.teamsavailability.enricher.stage.StageMetrics;
import org.teamsavailability.enricher.stage.StageSettings;
import org.teamsavailability.enricher.tables.RowReader;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.topology.AnswerMetrics;
import org.teamsavailability.enricher.topology.EnricherParts;
import org.teamsavailability.enricher.topology.StateFormats;
import org.teamsavailability.enricher.topology.WireFormats;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.serde.PlainAvro;
import org.teamsavailability.schemas.serde.RecordSerdes;

class WarmUpTest {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @AutoClose private final RecordSerdes serdes = RecordSerdes.withoutRegistry();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void answersSyntheticRequestsFromTeams() {
        int answered = warmUp(64).run();

        assertThat(answered).isEqualTo(64);
        assertThat(meters.get("teams.availability.answers").tag("source", "TEAMS").timer().count())
                .isEqualTo(64);
        assertThat(meters.get("teams.availability.table.rows.ignored").counter().count()).isZero();
    }

    @Test
    void runsNothingWhenSwitchedOff() {
        assertThat(warmUp(0).run()).isZero();
    }

    @Test
    void letsTheServiceStartWhenItFails() {
        var broken =
                new WarmUp(
                        _ -> {
                            throw new IllegalStateException("broken");
                        },
                        serdes,
                        Clock.systemUTC(),
                        16,
                        AT_MOST);

        assertThat(broken.run()).isZero();
    }

    private WarmUp warmUp(int requests) {
        return new WarmUp(this::parts, serdes, Clock.systemUTC(), requests, AT_MOST);
    }

    private EnricherParts parts(TeamsGateway gateway) {
        return new EnricherParts(
                "prefix.",
                new WireFormats(
                        serdes.forValue(DispatchRequested.class).deserializer(),
                        serdes.forValue(CandidateAvailability.class).serializer(),
                        serdes.forValue(FallbackReason.class).serializer(),
                        rows(ServiceDeskConnection.class),
                        rows(TechnicianMapping.class)),
                new StateFormats(
                        PlainAvro.of(PendingRequest.class),
                        PlainAvro.of(NotBefore.class),
                        PlainAvro.of(ServiceDeskConnection.class),
                        PlainAvro.of(TechnicianMapping.class)),
                directory ->
                        new TeamsDispatches(
                                new Decision(Duration.ofHours(2), () -> {}),
                                directory,
                                gateway,
                                new AgeLimits(Duration.ofSeconds(5), Duration.ofSeconds(60)),
                                AT_MOST),
                StageSettings.DEFAULTS,
                Clock.systemUTC(),
                new StageMetrics(meters),
                RequestTraces.off(),
                new AnswerMetrics(meters),
                _ -> 0,
                meters.counter("teams.availability.table.rows.ignored")::increment,
                () -> {});
    }

    private <T extends org.apache.avro.specific.SpecificRecord> RowReader<T> rows(Class<T> type) {
        var reading = serdes.forValue(type).deserializer();
        return reading::deserialize;
    }
}
