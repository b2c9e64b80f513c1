package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.teamsavailability.mapping.automap.People.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;

class TeamScanTest {

    private static final MicrosoftTenant TENANT =
            new MicrosoftTenant(MicrosoftCloud.GLOBAL, new UUID(1, 1));

    private final FakeTenant tenant = new FakeTenant();
    private final TeamScan scan = new TeamScan(tenant, 8, Duration.ofMillis(20));
    private final List<Account> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Progress> told = new ArrayList<>();

    @Test
    void readsEveryPageOfEveryTeamAndSaysHowFarItIs() throws InterruptedException {
        tenant.team("Service Desk", account("a"), account("b"));
        tenant.team("Nobody");
        tenant.team("Sales", account("b"), account("c"));

        scan.read(TENANT, List.of(), seen::addAll, told::add);

        assertThat(seen).extracting(Account::userPrincipalName).containsOnly("a", "b", "c");
        assertThat(told)
                .contains(new Progress(0, 3), new Progress(1, 3), new Progress(2, 3))
                .endsWith(new Progress(3, 3));
    }

    @Test
    void readsSeveralTeamsAtOnceAndEightAtMost() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            tenant.team("Team " + i, account("a" + i));
        }
        tenant.holdUp();

        scan.read(
                TENANT,
                List.of(),
                seen::addAll,
                progress -> {
                    if (tenant.askedTeams() >= 8) {
                        tenant.letPass(1);
                    }
                });

        assertThat(seen).hasSize(40);
        assertThat(tenant.mostAtOnce()).isEqualTo(8);
    }

    @Test
    void saysThatItIsAliveWhileNothingComes() throws InterruptedException {
        var reading = new Progress(0, 1);
        tenant.team("Service Desk", account("a"));
        tenant.holdUp();

        scan.read(
                TENANT,
                List.of(),
                seen::addAll,
                progress -> {
                    told.add(progress);
                    if (Collections.frequency(told, reading) == 3) {
                        tenant.letPass(1);
                    }
                });

        assertThat(told).containsSubsequence(reading, reading, reading, new Progress(1, 1));
    }

    @Test
    void whatIsBeingReadIsGivenUpOnceSomethingFailed() {
        var failure = new GraphFailure.ConsentMissing(400, "r", 65001);
        tenant.fail(tenant.team("Broken"), failure);
        for (int i = 0; i < 7; i++) {
            tenant.team("Team " + i, account("a" + i));
        }
        tenant.holdUp();

        assertThatThrownBy(() -> scan.read(TENANT, List.of(), seen::addAll, told::add))
                .isInstanceOfSatisfying(
                        GraphException.class, it -> assertThat(it.failure()).isEqualTo(failure));

        assertThat(tenant.nowAtOnce()).isZero();
        assertThat(seen).isEmpty();
    }

    static Stream<Arguments> teamsThatCannotBeRead() {
        return Stream.of(
                arguments(
                        new GraphFailure.PermissionMissing(
                                403, "r", GraphPermission.GROUP_MEMBER_READ_ALL),
                        UnreadTeam.Reason.FORBIDDEN),
                arguments(new GraphFailure.Refused(404, "r"), UnreadTeam.Reason.NOT_FOUND),
                arguments(new GraphFailure.Unreachable(404, "r"), UnreadTeam.Reason.NOT_FOUND),
                arguments(new GraphFailure.Unreachable(503, "r"), UnreadTeam.Reason.UNREACHABLE),
                arguments(new GraphFailure.Unreachable(null, null), UnreadTeam.Reason.UNREACHABLE),
                arguments(new GraphFailure.TimedOut(null, null), UnreadTeam.Reason.UNREACHABLE),
                arguments(new GraphFailure.Malformed(200, "r"), UnreadTeam.Reason.UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("teamsThatCannotBeRead")
    void namesATeamThatCannotBeReadAndReadsTheOthers(GraphFailure failure, UnreadTeam.Reason reason)
            throws InterruptedException {
        tenant.team("Service Desk", account("a"));
        var broken = tenant.team("Broken");
        tenant.fail(broken, failure);

        var tally = scan.read(TENANT, List.of(), seen::addAll, told::add);

        assertThat(seen).extracting(Account::userPrincipalName).containsExactly("a");
        assertThat(tally.unread())
                .containsExactly(new UnreadTeam(broken, broken.toString(), reason));
        assertThat(told).endsWith(new Progress(2, 2));
    }

    static Stream<GraphFailure> failuresOfTheTenant() {
        return Stream.of(
                new GraphFailure.ConsentMissing(400, "r", 65001),
                new GraphFailure.OwnCredentialsRefused(401, "r", 7000222),
                new GraphFailure.Throttled(429, "r", Instant.EPOCH),
                new GraphFailure.Unreachable(401, "r"),
                new GraphFailure.PermissionMissing(200, null, GraphPermission.USER_READ_ALL));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheTenant")
    void endsWithAFailureThatIsNotTheTeams(GraphFailure failure) {
        tenant.team("Service Desk", account("a"));
        tenant.fail(tenant.team("Broken"), failure);

        assertThatThrownBy(() -> scan.read(TENANT, List.of(), seen::addAll, told::add))
                .isInstanceOfSatisfying(
                        GraphException.class, it -> assertThat(it.failure()).isEqualTo(failure));
    }

    @Test
    void endsWhereMicrosoftGivesHardlyAnyTeam() {
        tenant.team("Service Desk", account("a"));
        for (int i = 0; i < 400; i++) {
            tenant.fail(tenant.team("Broken " + i), new GraphFailure.Unreachable(503, "r"));
        }

        assertThatThrownBy(() -> scan.read(TENANT, List.of(), seen::addAll, told::add))
                .isInstanceOf(GraphException.class);
    }

    @Test
    void endsWhereMicrosoftGivesNoTeam() {
        tenant.fail(tenant.team("Broken"), new GraphFailure.Unreachable(503, "r"));

        assertThatThrownBy(() -> scan.read(TENANT, List.of(), seen::addAll, told::add))
                .isInstanceOf(GraphException.class);
    }

    @Test
    void aTeamThatWentWhileAllWereReadIsNoUnknownTeam() throws InterruptedException {
        tenant.fail(tenant.team("Gone"), new GraphFailure.Refused(404, "r"));

        var tally = scan.read(TENANT, List.of(), seen::addAll, told::add);

        assertThat(tally.unread())
                .extracting(UnreadTeam::reason)
                .containsExactly(UnreadTeam.Reason.NOT_FOUND);
    }
}
