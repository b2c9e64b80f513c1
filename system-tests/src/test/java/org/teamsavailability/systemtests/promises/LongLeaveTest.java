package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;

/** A leave of many months is seen, also in a team with more leaves than one answer waits for. */
@OnTheStack
class LongLeaveTest {

    private static final int MEMBERS = 400;
    private static final int LEAVES = 20;
    private static final UUID TEAM = UUID.fromString("7e3f5a10-5d5b-4b7e-9a43-9d1f6f0c9b11");

    private final World world;

    LongLeaveTest(World world) {
        this.world = world;
    }

    @Test
    void isFoundInALargeTeamAndNobodyOnLeaveIsPreferredBefore() {
        var desk = world.desk(2);
        world.microsoft().alter(desk.tenant(), tenant -> tenant.withTeam(team(desk)));

        await().pollInterval(Duration.ofSeconds(5))
                .atMost(StartTimeout.get())
                .until(
                        () -> ask(desk),
                        answer ->
                                rota(answer, "tech-1") == RotaVerdict.TIME_OFF
                                        && rota(answer, "tech-2") == RotaVerdict.COVERS_SLOT);
    }

    /** Without a time to respond by, so that it waits as long as the enricher lets it. */
    private CandidateAvailability ask(Desk desk) {
        var answer =
                world.ask(
                        desk.request("leave")
                                .setRespondBy(null)
                                .setTeamsAvailability(Desk.settings(List.of(TEAM.toString())))
                                .build());
        assertThat(rota(answer, "tech-1")).isIn(RotaVerdict.NO_SIGNAL, RotaVerdict.TIME_OFF);
        return answer;
    }

    private static RotaVerdict rota(CandidateAvailability answer, String technicianId) {
        return answer.getCandidates().stream()
                .filter(it -> it.getTechnicianId().equals(technicianId))
                .findAny()
                .orElseThrow()
                .getRota();
    }

    /** Both technicians are on shift, the first of them on leave for 200 days, listed last. */
    private static Team team(Desk desk) {
        var now = Instant.now();
        var shifts = new ArrayList<ScheduleEntry>();
        for (var account : desk.technicians().values()) {
            shifts.add(entry(account, now, -4, 4, Duration.ofHours(1)));
        }
        var leaves = new ArrayList<ScheduleEntry>();
        for (int member = 0; member < MEMBERS; member++) {
            var account = UUID.randomUUID();
            for (int leave = 0; leave < LEAVES; leave++) {
                int day = 15 * (leave - LEAVES / 2);
                leaves.add(entry(account, now, day, day + 5, Duration.ofDays(1)));
            }
        }
        leaves.add(entry(desk.account("tech-1"), now, -100, 100, Duration.ofDays(1)));
        return Team.of(TEAM).withEntries(shifts, leaves);
    }

    private static ScheduleEntry entry(UUID account, Instant now, int from, int to, Duration unit) {
        return ScheduleEntry.shared(
                account, now.plus(unit.multipliedBy(from)), now.plus(unit.multipliedBy(to)));
    }
}
