package org.teamsavailability.enricher.cases;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** The request of a case as a workflow writes it. */
final class CaseRequest {

    private CaseRequest() {}

    static DispatchRequested of(Case it, CaseIds ids) {
        Case.Request request = it.request();
        return DispatchRequested.newBuilder()
                .setRequestId(it.id())
                .setServiceDeskId(ids.desk())
                .setTicketId("ticket")
                .setTicketPriority(request.priority())
                .setMode(DispatchMode.valueOf(request.mode().name()))
                .setRequestedAt(it.now())
                .setRespondBy(request.respondBy())
                .setProposedSlot(slot(request.slot()))
                .setPlanningWindow(slot(request.planningWindow()))
                .setCandidates(
                        request.candidates().stream()
                                .map(person -> new Candidate(person.id(), slot(person.slot())))
                                .toList())
                .setTeamsAvailability(
                        new TeamsAvailabilitySettings(
                                request.enabled(),
                                it.rotaTeams().stream()
                                        .map(team -> ids.team(team).toString())
                                        .toList(),
                                request.instructions()))
                .build();
    }

    private static @Nullable Slot slot(org.teamsavailability.rules.@Nullable Slot slot) {
        return slot == null ? null : new Slot(slot.start(), slot.end());
    }
}
