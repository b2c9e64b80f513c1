package org.teamsavailability.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Two of each record: one with every optional field, one without any. */
public final class Samples {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private Samples() {}

    public static List<SpecificRecord> all() {
        return List.of(
                request(),
                bareRequest(),
                answer(),
                bareAnswer(),
                fallbackReason(),
                bareFallbackReason(),
                mapping(),
                bareMapping(),
                connection(),
                bareConnection(),
                technician(),
                bareTechnician());
    }

    public static DispatchRequested request() {
        var slot = Slot.newBuilder().setStart(NINE).setEnd(TEN).build();
        return DispatchRequested.newBuilder(bareRequest())
                .setTicketPriority("P1")
                .setWorkflowId("workflow-7")
                .setExecutionId("execution-8")
                .setRespondBy(NINE.plusSeconds(2))
                .setProposedSlot(slot)
                .setPlanningWindow(slot)
                .setCandidates(
                        List.of(
                                Candidate.newBuilder()
                                        .setTechnicianId("anna")
                                        .setProposedSlot(slot)
                                        .build(),
                                Candidate.newBuilder().setTechnicianId("bjørn").build()))
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(List.of("6f1c0b1e-0000-4000-8000-000000000001"))
                                .setCustomInstructions("Ignore Teams shifts.")
                                .build())
                .build();
    }

    public static DispatchRequested bareRequest() {
        return DispatchRequested.newBuilder()
                .setRequestId("request-1")
                .setServiceDeskId("desk-1")
                .setTicketId("ticket-1")
                .setMode(DispatchMode.AI)
                .setRequestedAt(NINE)
                .setCandidates(List.of())
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(false)
                                .setRotaTeamIds(List.of())
                                .build())
                .build();
    }

    public static CandidateAvailability answer() {
        return CandidateAvailability.newBuilder(bareAnswer())
                .setWorkflowId("workflow-7")
                .setExecutionId("execution-8")
                .setSource(AvailabilitySource.TEAMS_PARTIAL)
                .setFallbacks(
                        List.of(
                                Fallback.newBuilder()
                                        .setReason(Reason.TEAMS_THROTTLED)
                                        .setSignal(Signal.ROTA)
                                        .setMessage("Teams refused more calls.")
                                        .setRemedy("Wait.")
                                        .setMessageKey("fallback.teams-throttled")
                                        .setRemedyKey("remedy.teams-throttled")
                                        .setParameters(Map.of("rota", "ALL"))
                                        .build()))
                .setCandidates(
                        List.of(
                                CandidateVerdict.newBuilder()
                                        .setTechnicianId("anna")
                                        .setPresence(PresenceVerdict.ON_BREAK)
                                        .setRota(RotaVerdict.COVERS_SLOT)
                                        .setBlocked(true)
                                        .setPreference(Preference.PREFERRED)
                                        .setExplanation("On a break in Teams.")
                                        .setPresenceAgeMillis(1_200L)
                                        .setRotaAgeMillis(0L)
                                        .setMessageKey("explanation.on-break-skipped")
                                        .setParameters(Map.of("imminentWindow", "PT2H"))
                                        .build()))
                .setInstructions(
                        List.of(
                                InstructionOutcome.newBuilder()
                                        .setText("Ignore Teams shifts")
                                        .setOutcome(InstructionResult.APPLIED)
                                        .setEffect("The rota is not consulted.")
                                        .setMessageKey("instruction.applied.ignore-rota")
                                        .setParameters(Map.of("overridden", "WHOLLY"))
                                        .build()))
                .setNobodyAvailable(true)
                .setNextExpectedAt(TEN)
                .setLate(true)
                .setMessageKey("run-output.teams-partial")
                .setParameters(Map.of("candidates", "1"))
                .build();
    }

    public static CandidateAvailability bareAnswer() {
        return CandidateAvailability.newBuilder()
                .setRequestId("request-1")
                .setServiceDeskId("desk-1")
                .setTicketId("ticket-1")
                .setDecidedAt(NINE)
                .setSource(AvailabilitySource.PSA_ONLY)
                .setFallbacks(List.of())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("Teams was not consulted.")
                .setLate(false)
                .build();
    }

    public static FallbackReason fallbackReason() {
        return FallbackReason.newBuilder(bareFallbackReason())
                .setWorkflowId("workflow-7")
                .setRemedy("Nothing needs to be done.")
                .setGraphStatus(429)
                .setGraphRequestId("8f0c0b1e-0000-4000-8000-000000000002")
                .setMessageKey("fallback.teams-throttled")
                .setRemedyKey("remedy.teams-throttled")
                .setParameters(Map.of("presence", "ALL"))
                .build();
    }

    public static FallbackReason bareFallbackReason() {
        return FallbackReason.newBuilder()
                .setRequestId("request-1")
                .setServiceDeskId("desk-1")
                .setTicketId("ticket-1")
                .setReason(Reason.TEAMS_THROTTLED)
                .setSignal(Signal.PRESENCE)
                .setMessage("Teams refused more calls.")
                .setAffectedCandidates(3)
                .setOccurredAt(NINE)
                .build();
    }

    public static TechnicianMapping mapping() {
        return TechnicianMapping.newBuilder(bareMapping())
                .setMicrosoftTenantId("00000000-0000-4000-8000-00000000000a")
                .build();
    }

    public static TechnicianMapping bareMapping() {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId("desk-1")
                .setTechnicianId("anna")
                .setMicrosoftUserId("00000000-0000-4000-8000-00000000000b")
                .setUserPrincipalName("anna@contoso.example")
                .setOrigin(MappingOrigin.MANUAL)
                .setUpdatedAt(NINE)
                .build();
    }

    public static PsaTechnician technician() {
        return PsaTechnician.newBuilder(bareTechnician()).setEmail("anna@contoso.example").build();
    }

    public static PsaTechnician bareTechnician() {
        return PsaTechnician.newBuilder()
                .setServiceDeskId("desk-1")
                .setTechnicianId("anna")
                .setDisplayName("Anna")
                .setActive(true)
                .build();
    }

    public static ServiceDeskConnection connection() {
        return ServiceDeskConnection.newBuilder(bareConnection())
                .setMicrosoftTenantId("00000000-0000-4000-8000-00000000000a")
                .setConsent(ConsentState.GRANTED)
                .build();
    }

    public static ServiceDeskConnection bareConnection() {
        return ServiceDeskConnection.newBuilder()
                .setServiceDeskId("desk-1")
                .setConsent(ConsentState.PENDING)
                .setCloud(MicrosoftCloud.GLOBAL)
                .setUpdatedAt(NINE)
                .build();
    }
}
