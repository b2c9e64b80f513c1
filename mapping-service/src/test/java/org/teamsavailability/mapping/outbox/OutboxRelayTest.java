package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.teamsavailability.mapping.database.Tables.MARK;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.outbox.TestTopics.Read;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** What one pass after another brings to the topics. */
@Tag("slow")
class OutboxRelayTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final TestTopics topics = new TestTopics();
    private final DeskStory northwind = new DeskStory(database, "northwind");
    private final DeskStory fabrikam = new DeskStory(database, "fabrikam");

    @AutoClose private final RelayProcess relay = new RelayProcess(database, topics, Kill.never());

    @BeforeEach
    void annaAndBenAreMapped() {
        northwind.connected("tenant-1");
        fabrikam.connected("tenant-2");
        northwind.technician("anna");
        northwind.mapped("anna", "tenant-1", "anna@northwind");
        fabrikam.technician("ben");
        fabrikam.mapped("ben", "tenant-2", "ben@fabrikam");
        relay.publishAll();
    }

    @Test
    void publishesWhatIsInTheDatabase() {
        assertThat(topics.tables())
                .isEqualTo(ToBePublished.by(database))
                .containsOnlyKeys("northwind", "northwind/anna", "fabrikam", "fabrikam/ben");
        assertThat(topics.tables().get("northwind/anna"))
                .isInstanceOfSatisfying(
                        TechnicianMapping.class,
                        it -> {
                            assertThat(it.getUserPrincipalName()).isEqualTo("anna@northwind");
                            assertThat(it.getMicrosoftTenantId())
                                    .isEqualTo(DeskStory.guid("tenant-1").toString());
                        });
        assertThat(marksLeft()).isZero();
    }

    @Test
    void tracesWhatItSends() {
        assertThat(relay.spans()).extracting(SpanData::getName).containsOnly("tables send");
        var context = last("northwind/anna").traceparent();
        assertThat(relay.spans())
                .anyMatch(span -> context.contains(span.getTraceId() + "-" + span.getSpanId()))
                .noneMatch(span -> span.getAttributes().toString().contains("northwind"));
    }

    @Test
    void publishesAChangeAndNothingElse() {
        var before = topics.read().size();

        northwind.mapped("anna", "tenant-1", "anna.b@northwind");
        relay.publishAll();

        assertThat(topics.read()).hasSize(before + 1);
        assertThat(topics.tables()).isEqualTo(ToBePublished.by(database));
    }

    @Test
    void aMappingThatIsRemovedLeavesATombstone() {
        northwind.unmapped("anna");
        relay.publishAll();

        assertThat(last("northwind/anna").value()).isNull();
    }

    @Test
    void aTechnicianWhoIsRemovedLeavesATombstone() {
        northwind.removed("anna");
        relay.publishAll();

        assertThat(last("northwind/anna").value()).isNull();
    }

    @Test
    void anInactiveTechnicianIsNotPublishedUntilActiveAgain() {
        northwind.active("anna", false);
        relay.publishAll();
        var inactive = topics.tables();

        northwind.active("anna", true);
        relay.publishAll();

        assertThat(inactive).doesNotContainKey("northwind/anna");
        assertThat(topics.tables())
                .containsKey("northwind/anna")
                .isEqualTo(ToBePublished.by(database));
    }

    @Test
    void aDisconnectedDeskPublishesNothing() {
        northwind.disconnected();
        relay.publishAll();

        assertThat(last("northwind").value()).isNull();
        assertThat(topics.tables()).containsOnlyKeys("fabrikam", "fabrikam/ben");
    }

    @Test
    void mappingsOfAnotherTenantAreNotPublished() {
        northwind.disconnected();
        northwind.connected("tenant-3");
        relay.publishAll();
        var elsewhere = topics.tables();

        northwind.connected("tenant-1");
        relay.publishAll();

        assertThat(elsewhere).containsKey("northwind").doesNotContainKey("northwind/anna");
        assertThat(topics.tables())
                .containsKey("northwind/anna")
                .isEqualTo(ToBePublished.by(database));
    }

    @Test
    void publishesARevokedConsent() {
        northwind.consentRevoked();
        relay.publishAll();

        assertThat(last("northwind").value())
                .isInstanceOfSatisfying(
                        ServiceDeskConnection.class,
                        it -> assertThat(it.getConsent()).hasToString("REVOKED"));
    }

    @Test
    void aChangeDuringThePassIsPublishedByTheNext() {
        northwind.mapped("anna", "tenant-1", "older");
        var marks =
                new InterruptedMarks(
                        relay.marks(), () -> northwind.mapped("anna", "tenant-1", "newer"));

        try (var publisher = relay.open()) {
            var _ = new OutboxRelay(marks, 10).pass(publisher);
        }
        assertThat(marksLeft()).isEqualTo(1);
        relay.publishAll();

        assertThat(topics.tables()).isEqualTo(ToBePublished.by(database));
    }

    @Test
    void aStalledHolderIsFencedAndTheNewerStateStays() {
        northwind.mapped("anna", "tenant-1", "older");
        var marks =
                new InterruptedMarks(
                        relay.marks(),
                        () -> {
                            northwind.mapped("anna", "tenant-1", "newer");
                            relay.publishAll();
                        });

        try (var stalled = relay.open()) {
            assertThatExceptionOfType(FencedException.class)
                    .isThrownBy(() -> new OutboxRelay(marks, 10).pass(stalled));
        }

        assertThat(topics.tables()).isEqualTo(ToBePublished.by(database));
        assertThat(topics.read())
                .noneMatch(read ->
                        read.value() instanceof TechnicianMapping mapping
                                && mapping.getUserPrincipalName().equals("older"));
    }

    private int marksLeft() {
        return database.asOwner().fetchCount(MARK, MARK.KIND.ne("CHECK"));
    }

    private Read last(String key) {
        return topics.read().stream().filter(it -> it.key().equals(key)).toList().getLast();
    }

    /** Lets something happen right after the rows were read. */
    private record InterruptedMarks(Outbox marks, Runnable afterRead) implements Outbox {

        @Override
        public List<OutboxEntry> due(int most) {
            return marks.due(most);
        }

        @Override
        public List<Publication> read(String serviceDeskId, List<OutboxEntry> due) {
            var read = marks.read(serviceDeskId, due);
            afterRead.run();
            return read;
        }

        @Override
        public int remove(String serviceDeskId, List<OutboxEntry> published) {
            return marks.remove(serviceDeskId, published);
        }

        @Override
        public Backlog backlog() {
            return marks.backlog();
        }
    }
}
