package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.deadletters.DeadLetterTopic;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.Signal;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** What the topics hold of the request {@code r-1} of the desk northwind. */
final class Traces {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String DESK = "northwind";
    static final int PARTITION = 3;

    private Traces() {}

    static DispatchRequested request(String id, String ticket) {
        return DispatchRequested.newBuilder()
                .setRequestId(id)
                .setServiceDeskId(DESK)
                .setTicketId(ticket)
                .setMode(DispatchMode.AI)
                .setRequestedAt(NOON)
                .setRespondBy(NOON.plusSeconds(2))
                .setCandidates(List.of(Candidate.newBuilder().setTechnicianId("anna").build()))
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(List.of())
                                .build())
                .build();
    }

    static FoundRecord<DispatchRequested> requested(long offset, String ticket) {
        return new FoundRecord<>(
                "dispatch-requested",
                PARTITION,
                offset,
                NOON.plusSeconds(offset),
                DESK,
                request("r-1", ticket));
    }

    /** One that cannot be read. */
    static FoundRecord<DispatchRequested> unreadable(long offset) {
        return new FoundRecord<>("dispatch-requested", PARTITION, offset, NOON, DESK, null);
    }

    static FoundRecord<PendingRequest> pending(FoundRecord<DispatchRequested> request) {
        return new FoundRecord<>(
                "availability-enricher-pending-requests-changelog",
                PARTITION,
                77,
                NOON,
                DESK,
                new PendingRequest(
                        5L,
                        request.at().plusMillis(20),
                        ByteBuffer.wrap(DESK.getBytes(UTF_8)),
                        request.at(),
                        Map.of(),
                        request("r-1", "t-1")));
    }

    static FoundRecord<CandidateAvailability> answered(long offset, String ticket, Instant at) {
        var answer =
                CandidateAvailability.newBuilder()
                        .setRequestId("r-1")
                        .setServiceDeskId(DESK)
                        .setTicketId(ticket)
                        .setDecidedAt(at)
                        .setSource(AvailabilitySource.TEAMS_PARTIAL)
                        .setFallbacks(List.of())
                        .setCandidates(
                                List.of(
                                        verdict("anna", PresenceVerdict.WORKING, false),
                                        verdict("ben", PresenceVerdict.WORKING, false),
                                        verdict("cat", PresenceVerdict.ON_BREAK, true)))
                        .setInstructions(List.of())
                        .setNobodyAvailable(false)
                        .setRunOutput("Anna is at her desk.")
                        .setLate(false)
                        .build();
        return new FoundRecord<>("candidate-availability", PARTITION, offset, at, DESK, answer);
    }

    private static CandidateVerdict verdict(String id, PresenceVerdict presence, boolean blocked) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId(id)
                .setPresence(presence)
                .setRota(RotaVerdict.NO_SIGNAL)
                .setBlocked(blocked)
                .setPreference(Preference.NEUTRAL)
                .setExplanation("Anna is at her desk.")
                .build();
    }

    static FoundRecord<FallbackReason> fallback(Instant at) {
        var record =
                FallbackReason.newBuilder()
                        .setRequestId("r-1")
                        .setServiceDeskId(DESK)
                        .setTicketId("t-1")
                        .setReason(Reason.ROTA_NOT_PROVISIONED)
                        .setSignal(Signal.ROTA)
                        .setMessage("Team Helpdesk has no schedule.")
                        .setGraphStatus(404)
                        .setGraphRequestId("3f6c2a51-0c46-4f0e-9a5b-5f0c0d6f3f77")
                        .setAffectedCandidates(3)
                        .setOccurredAt(at)
                        .build();
        return new FoundRecord<>("fallback-reason", PARTITION, 9, at, DESK, record);
    }

    /** A dead letter of the request at this offset. */
    static DeadLetter letter(long diedAt) {
        var headers = new RecordHeaders();
        Map.of(
                        "exception",
                                "org.teamsavailability.schemas.serde.UnreadableRecordException",
                        "message", "A record on dispatch-requested is not in the wire format",
                        "topic", "dispatch-requested",
                        "partition", Integer.toString(PARTITION),
                        "offset", Long.toString(diedAt))
                .forEach((name, text) ->
                        headers.add("__streams.errors." + name, text.getBytes(UTF_8)));
        return new DeadLetter(
                DeadLetterTopic.REQUESTS,
                new ConsumerRecord<>(
                        "dispatch-requested-dlq",
                        1,
                        17,
                        NOON.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        -1,
                        -1,
                        DESK.getBytes(UTF_8),
                        "secret".getBytes(UTF_8),
                        headers,
                        Optional.empty()));
    }
}
