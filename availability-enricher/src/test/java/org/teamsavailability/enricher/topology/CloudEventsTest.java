package org.teamsavailability.enricher.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.topology.TopologyStory.DESK;
import static org.teamsavailability.enricher.topology.TopologyStory.account;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Answers and fallback records, read by the CloudEvents SDK. */
class CloudEventsTest {

    private static final String ROTA_TEAM = "7e000000-0000-4000-8000-000000000001";
    private static final byte[] VALUE = {0, 0, 0, 0, 1};

    private final TopologyStory story = new TopologyStory();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void theSdkReadsAnAnswer() {
        story.connect(DESK, ConsentState.GRANTED);
        story.map(DESK, "anna");
        story.presenceOf("anna", "Busy");
        story.request(story.ask("r1", "anna"));

        var record = story.answers().getFirst();
        var event = read(record);
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("r1");
        assertThat(event.getType()).isEqualTo("org.teamsavailability.CandidateAvailability.v1");
        assertThat(event.getSource()).isEqualTo(URI.create("/service-desks/" + DESK));
        assertThat(event.getTime())
                .isEqualTo(record.value().getDecidedAt().atOffset(ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isNull();
        assertThat(event.getExtensionNames()).isEmpty();
        assertThat(requireNonNull(event.getData()).toBytes()).isEqualTo(VALUE);
    }

    @Test
    void theSdkReadsEachFallbackRecord() {
        story.connect(DESK, ConsentState.GRANTED);
        story.map(DESK, "anna");
        story.teams.presence(
                account("anna"), new Outcome.Failed<>(new GraphFailure.Unreachable(503, "req-1")));
        story.teams.rota(
                UUID.fromString(ROTA_TEAM),
                new Outcome.Failed<>(new GraphFailure.NotProvisioned(404, "req-2")));
        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(true, List.of(ROTA_TEAM), null))
                        .build());

        var records = story.fallbackRecords();
        assertThat(records)
                .extracting(record -> read(record).getId())
                .containsExactly("r1/1", "r1/2");
        var event = read(records.getFirst());
        assertThat(event.getType()).isEqualTo("org.teamsavailability.FallbackReason.v1");
        assertThat(event.getSource()).isEqualTo(URI.create("/service-desks/" + DESK));
        assertThat(event.getTime())
                .isEqualTo(records.getFirst().value().getOccurredAt().atOffset(ZoneOffset.UTC));
    }

    @Test
    void theSourceIsPercentEncoded() {
        var desk = "Zürich & Ähre?#%";
        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setServiceDeskId(desk)
                        .build());

        var source = read(story.answers().getFirst()).getSource();
        assertThat(source.toString())
                .isEqualTo("/service-desks/Z%C3%BCrich%20%26%20%C3%84hre%3F%23%25");
        assertThat(source.getPath()).isEqualTo("/service-desks/" + desk);
    }

    @Test
    void addsNoHeadersToTheAnswerOfARequestWithoutValidIds() {
        story.request(story.ask("r".repeat(201), "anna"));
        story.request(story.ask("", "anna"));

        assertThat(story.answers())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.headers().toArray()).isEmpty());
        assertThat(story.fallbackRecords())
                .hasSize(2)
                .allSatisfy(fallback -> assertThat(fallback.headers().toArray()).isEmpty());
    }

    @Test
    void standNextToTheTraceContext() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-abc-def-01".getBytes(UTF_8));
        story.request(story.ask("r1", "anna"), headers);

        var names =
                new String[] {
                    "traceparent", "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time"
                };
        assertThat(story.answers().getFirst().headers())
                .extracting(Header::key)
                .containsExactly(names);
        assertThat(story.fallbackRecords().getFirst().headers())
                .extracting(Header::key)
                .containsExactly(names);
    }

    private static CloudEvent read(TestRecord<?, ?> record) {
        return KafkaMessageFactory.createReader(record.headers(), VALUE).toEvent();
    }
}
