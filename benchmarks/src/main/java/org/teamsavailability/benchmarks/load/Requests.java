package org.teamsavailability.benchmarks.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.teamsavailability.benchmarks.world.World;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Makes the requests of a load: the same desks and candidates in each run. For one thread. */
final class Requests {

    private static final long SEED = 1;

    private final Load load;
    private final String run;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private final String[] desks;

    /**
     * @param run what the ids of this run's requests start with
     */
    Requests(Load load, String run) {
        this.load = load;
        this.run = run;
        this.desks = IntStream.range(0, load.desks()).mapToObj(World::desk).toArray(String[]::new);
    }

    /** The desk of the next request, by its number. */
    int nextDesk() {
        return load.mix().pick(random);
    }

    String deskId(int desk) {
        return desks[desk];
    }

    /** The request with this number, whose time is now. */
    DispatchRequested request(int number, int desk) {
        var respondBy = load.content().respondBy();
        var now = Instant.now();
        return DispatchRequested.newBuilder()
                .setRequestId(run + number)
                .setServiceDeskId(desks[desk])
                .setTicketId("ticket-" + run + number)
                .setTicketPriority("P3")
                .setWorkflowId("workflow")
                .setExecutionId("execution")
                .setMode(DispatchMode.AI)
                .setRequestedAt(now)
                .setRespondBy(respondBy == null ? null : now.plus(respondBy))
                .setProposedSlot(null)
                .setPlanningWindow(null)
                .setCandidates(candidates())
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(
                                        load.content().rota()
                                                ? List.of(World.team(desk))
                                                : List.of())
                                .setCustomInstructions(null)
                                .build())
                .build();
    }

    /** Every n-th account from a random one on, so that they overlap but are seldom the same. */
    private List<Candidate> candidates() {
        int accounts = load.world().accounts();
        int first = random.nextInt(accounts);
        int step = 1 + random.nextInt(Math.max(1, accounts / load.content().candidates()));
        var chosen = new ArrayList<Candidate>(load.content().candidates());
        for (int i = 0; i < load.content().candidates(); i++) {
            chosen.add(
                    Candidate.newBuilder()
                            .setTechnicianId(World.technician((first + i * step) % accounts))
                            .setProposedSlot(null)
                            .build());
        }
        return chosen;
    }
}
