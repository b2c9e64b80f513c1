package org.teamsavailability.benchmarks.arm;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** Asks and answers as plainly as the records allow; the same for every peer. */
final class PlainAnswer {

    /** How a peer looks into its tables. */
    interface Tables {

        @Nullable ServiceDeskConnection connection(String desk);

        @Nullable TechnicianMapping mapping(String deskAndTechnician);
    }

    private final PeerTeams teams;
    private final Tables tables;

    PlainAnswer(PeerTeams teams, Tables tables) {
        this.teams = teams;
        this.tables = tables;
    }

    /** The answer; it says that Teams was not used where Teams could not be asked. */
    CandidateAvailability to(DispatchRequested request) {
        var desk = request.getServiceDeskId();
        var accounts = new ArrayList<@Nullable String>();
        for (var candidate : request.getCandidates()) {
            var mapping = tables.mapping(desk + "/" + candidate.getTechnicianId());
            accounts.add(mapping == null ? null : mapping.getMicrosoftUserId());
        }
        try {
            var presences = presences(request, accounts);
            return answer(request, accounts, presences, onShift(request), AvailabilitySource.TEAMS);
        } catch (IOException _) {
            return answer(request, accounts, Map.of(), Set.of(), AvailabilitySource.PSA_ONLY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking Teams", e);
        }
    }

    private Map<String, String> presences(
            DispatchRequested request, List<@Nullable String> accounts)
            throws IOException, InterruptedException {
        var mapped = new ArrayList<String>();
        for (var account : accounts) {
            if (account != null) {
                mapped.add(account);
            }
        }
        return teams.presences(tenant(request), mapped);
    }

    private Set<String> onShift(DispatchRequested request)
            throws IOException, InterruptedException {
        var all = new HashSet<String>();
        for (var team : request.getTeamsAvailability().getRotaTeamIds()) {
            all.addAll(teams.onShift(tenant(request), team));
        }
        return all;
    }

    private String tenant(DispatchRequested request) throws IOException {
        var connection = tables.connection(request.getServiceDeskId());
        var tenant = connection == null ? null : connection.getMicrosoftTenantId();
        if (tenant == null) {
            throw new IOException("The service desk is not connected");
        }
        return tenant;
    }

    private static CandidateAvailability answer(
            DispatchRequested request,
            List<@Nullable String> accounts,
            Map<String, String> presences,
            Set<String> onShift,
            AvailabilitySource source) {
        var verdicts = new ArrayList<CandidateVerdict>();
        int available = 0;
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            boolean works = account != null && "Available".equals(presences.get(account));
            available += works ? 1 : 0;
            verdicts.add(
                    verdict(
                            request.getCandidates().get(i).getTechnicianId(),
                            works,
                            account != null && onShift.contains(account)));
        }
        return CandidateAvailability.newBuilder()
                .setRequestId(request.getRequestId())
                .setServiceDeskId(request.getServiceDeskId())
                .setTicketId(request.getTicketId())
                .setWorkflowId(request.getWorkflowId())
                .setExecutionId(request.getExecutionId())
                .setDecidedAt(Instant.now())
                .setSource(source)
                .setFallbacks(List.of())
                .setCandidates(verdicts)
                .setInstructions(List.of())
                .setNobodyAvailable(available == 0)
                .setNextExpectedAt(null)
                .setRunOutput(available + " of " + verdicts.size() + " candidates are available.")
                .setLate(false)
                .build();
    }

    private static CandidateVerdict verdict(String technician, boolean works, boolean onShift) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId(technician)
                .setPresence(works ? PresenceVerdict.WORKING : PresenceVerdict.NO_SIGNAL)
                .setRota(onShift ? RotaVerdict.COVERS_SLOT : RotaVerdict.NO_SIGNAL)
                .setBlocked(false)
                .setPreference(Preference.NEUTRAL)
                .setExplanation(works ? "Available in Teams now." : "Not available in Teams now.")
                .setPresenceAgeMillis(0L)
                .setRotaAgeMillis(null)
                .build();
    }
}
