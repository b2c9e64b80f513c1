package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.automap.AutoMapFixture.DESK;
import static org.teamsavailability.mapping.automap.People.account;
import static org.teamsavailability.mapping.automap.People.disabled;
import static org.teamsavailability.mapping.automap.People.known;
import static org.teamsavailability.mapping.automap.People.nameless;
import static org.teamsavailability.mapping.automap.People.unread;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.audit.AuditEntry;
import org.teamsavailability.mapping.technician.MappingOrigin;

@Tag("slow")
class AutoMapTest {

    private final Account anna = account("anna@x.example");
    private final Account ben = account("ben@x.example");
    private final Account cid = account("cid@x.example");
    private final Account zoe = account("zoe@x.example");

    @AutoClose private final AutoMapFixture desk = new AutoMapFixture().connected();

    @BeforeEach
    void technicians() {
        desk.technician("anna", "anna@x.example");
        desk.technician("ben", "ben@x.example");
        desk.technician("cid", "cid.private@mail.example");
        desk.technician("dan", "dan@x.example");
        desk.mapped("ben", MappingOrigin.MANUAL, account("chosen@x.example"));
        desk.mapped("dan", MappingOrigin.AUTO_MAPPED, account("dan@x.example"));
        desk.technician("zoe", "zoe@x.example");
        desk.mapped("zoe", MappingOrigin.AUTO_MAPPED, zoe);
    }

    private UUID serviceDesk() {
        return desk.tenant.team(
                "Service Desk",
                anna,
                ben,
                zoe,
                known(cid, "", List.of("cid.private@mail.example"), List.of()));
    }

    @Test
    void countsRunsByTheirEnd() throws InterruptedException {
        var team = serviceDesk();
        desk.run();
        desk.tenant.fail(team, new GraphFailure.Unreachable(503, null));
        desk.run();

        assertThat(runs("done")).isOne();
        assertThat(
                        desk.meters.get("teams.availability.auto.map.runs").timers().stream()
                                .mapToLong(Timer::count)
                                .sum())
                .isEqualTo(2);
    }

    private long runs(String outcome) {
        return desk.meters
                .get("teams.availability.auto.map.runs")
                .tags("outcome", outcome, "scope", "full")
                .timer()
                .count();
    }

    @Test
    void aFullRunMapsClearsKeepsAndSuggests() throws InterruptedException {
        serviceDesk();

        var report = desk.run();

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.run().complete()).isTrue();
        assertThat(report.run().progress()).isEqualTo(new Progress(1, 1));
        assertThat(report.review().matched())
                .extracting(Review.Matched::technicianId)
                .containsExactly("anna", "zoe");
        assertThat(report.review().unmatched())
                .extracting(Review.Unmatched::technicianId)
                .containsExactly("cid", "dan");
        assertThat(report.review().cleared()).containsExactly("dan");
        assertThat(report.review().keptManual()).containsExactly("ben");
        assertThat(Objects.requireNonNull(report.suggestions()).get("cid"))
                .extracting(Suggestion::accountId, Suggestion::because)
                .containsExactly(tuple(cid.id(), MatchKey.ALIAS));
        assertThat(desk.mapping())
                .containsExactly(
                        Map.entry("anna", "AUTO_MAPPED anna@x.example OK v1"),
                        Map.entry("ben", "MANUAL chosen@x.example GONE v1"),
                        Map.entry("zoe", "AUTO_MAPPED zoe@x.example OK v1"));
    }

    @Test
    void everyChangeOfTheMappingIsAudited() throws InterruptedException {
        serviceDesk();

        desk.run();

        assertThat(desk.audited())
                .extracting(AuditEntry::action, AuditEntry::technicianId, AuditEntry::actor)
                .containsExactly(
                        tuple("mapping.auto-mapped", "anna", "key:1"),
                        tuple("mapping.cleared", "dan", "key:1"));
        assertThat(desk.audited().toString()).doesNotContain("@");
    }

    @Test
    void aSecondRunChangesNothing() throws InterruptedException {
        serviceDesk();
        desk.run();
        var mapping = desk.mapping();
        var audited = desk.audited();

        var second = desk.run();

        assertThat(second.run().state()).isEqualTo(RunState.DONE);
        assertThat(desk.mapping()).isEqualTo(mapping);
        assertThat(desk.audited()).isEqualTo(audited);
    }

    @Test
    void aRunOverTeamsReadsTheseAndClearsNothing() throws InterruptedException {
        var team = serviceDesk();
        desk.tenant.team("Other", account("never@x.example"));

        var report = desk.run(team, team);

        assertThat(report.run().scope()).isEqualTo(RunScope.TEAMS);
        assertThat(report.run().teamIds()).containsExactly(team);
        assertThat(desk.tenant.askedTeams()).isEqualTo(1);
        assertThat(desk.mapping())
                .containsExactly(
                        Map.entry("anna", "AUTO_MAPPED anna@x.example OK v1"),
                        Map.entry("ben", "MANUAL chosen@x.example OK v1"),
                        Map.entry("dan", "AUTO_MAPPED dan@x.example OK v1"),
                        Map.entry("zoe", "AUTO_MAPPED zoe@x.example OK v1"));
    }

    @Test
    void aDryRunChangesNothingAndShowsTheSame() throws InterruptedException {
        serviceDesk();
        var before = desk.mapping();

        var dry = desk.dryRun();

        assertThat(desk.mapping()).isEqualTo(before);
        assertThat(desk.audited()).isEmpty();
        assertThat(dry.run().dryRun()).isTrue();
        var real = desk.run();
        assertThat(real.review()).isEqualTo(dry.review());
        assertThat(real.suggestions()).isEqualTo(dry.suggestions());
    }

    @Test
    void conflictsComeBackFromTheDatabaseAsTheyWereFound() throws InterruptedException {
        desk.technician("ann2", "anna@x.example");
        desk.technician("eve", "chosen@x.example");
        desk.technician("fay", "fay@x.example");
        desk.tenant.team(
                "Service Desk",
                anna,
                zoe,
                account("chosen@x.example"),
                disabled(account("fay@x.example")));

        var review = desk.run().review();

        assertThat(review.conflicts())
                .containsExactly(
                        new Review.Conflict(List.of("ann2", "anna"), List.of(anna.id())),
                        new Review.Conflict(
                                List.of("ben", "eve"), List.of(People.id("chosen@x.example"))));
        assertThat(review.keptManual()).containsExactly("ben");
        assertThat(review.cleared()).containsExactly("dan");
        assertThat(review.unmatched())
                .extracting(Review.Unmatched::technicianId, Review.Unmatched::why)
                .contains(tuple("fay", Review.Why.ACCOUNT_DISABLED))
                .contains(tuple("dan", Review.Why.NO_ACCOUNT));
    }

    @Test
    void withoutNamesTheRunFailsAndClearsNothing() throws InterruptedException {
        desk.tenant.team("Service Desk", anna, nameless("x"));
        var before = desk.mapping();

        var report = desk.run();

        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.review()).isEqualTo(Review.EMPTY);
        var failure = Objects.requireNonNull(report.run().failure());
        assertThat(failure.type()).isEqualTo("urn:teams-availability:permission-missing");
        assertThat(failure.detail()).contains("User.Read.All");
        assertThat(desk.mapping()).isEqualTo(before);
    }

    @Test
    void takesTheMatchesOfTheOthersAndClearsNothingWhereATeamCannotBeRead()
            throws InterruptedException {
        serviceDesk();
        var sales = desk.tenant.team("Sales");
        var hidden =
                new GraphFailure.PermissionMissing(403, "r", GraphPermission.GROUP_MEMBER_READ_ALL);
        desk.tenant.fail(sales, hidden);

        var report = desk.run();

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().coverage())
                .isEqualTo(
                        new Coverage(
                                Set.of(Gap.TEAMS_NOT_READ),
                                List.of(
                                        new UnreadTeam(
                                                sales,
                                                sales.toString(),
                                                UnreadTeam.Reason.FORBIDDEN))));
        assertThat(report.review().cleared()).isEmpty();
        assertThat(desk.mapping()).containsOnlyKeys("anna", "ben", "dan", "zoe");
        assertThat(desk.mapping().get("ben")).endsWith("OK v1");
        assertThat(desk.refusals).containsExactly(hidden);
    }

    @Test
    void storesNoNameOfATeam() throws InterruptedException {
        serviceDesk();
        desk.tenant.fail(desk.tenant.team("Sales"), new GraphFailure.Refused(404, "r"));
        var run = desk.run().run().id();

        var elsewhere = Objects.requireNonNull(desk.newAutoMap().find(DESK, run));

        assertThat(elsewhere.run().coverage().unreadTeams())
                .extracting(UnreadTeam::displayName, UnreadTeam::reason)
                .containsExactly(tuple(null, UnreadTeam.Reason.NOT_FOUND));
    }

    @Test
    void clearsNothingWhereMicrosoftListsNoTeam() throws InterruptedException {
        var before = desk.mapping();

        var report = desk.run();

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().coverage().gaps()).containsExactly(Gap.NO_TEAM);
        assertThat(report.review().cleared()).isEmpty();
        assertThat(desk.mapping()).isEqualTo(before);
    }

    @Test
    void clearsNothingWhereNoTeamHasAnAccount() throws InterruptedException {
        desk.tenant.team("Service Desk");
        desk.tenant.team("Sales");
        var before = desk.mapping();

        var report = desk.run();

        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().coverage().gaps()).containsExactly(Gap.NO_ACCOUNT);
        assertThat(desk.mapping()).isEqualTo(before);
    }

    @Test
    void clearsNothingWhereAnAccountWasNotRead() throws InterruptedException {
        desk.tenant.team("Service Desk", anna, zoe, unread(account("somebody@x.example")));

        var report = desk.run();

        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().coverage().gaps()).containsExactly(Gap.ACCOUNTS_NOT_READ);
        assertThat(desk.mapping()).containsOnlyKeys("anna", "ben", "dan", "zoe");
    }

    @Test
    void holdsBackWhatWouldClearAllUntilTheNumberIsConfirmed() throws InterruptedException {
        desk.tenant.team("Service Desk", account("somebody@x.example"));
        var before = desk.mapping();

        var held = desk.run();
        var dry = desk.dryRun();
        var kept = desk.mapping();
        var wrong = desk.runConfirmed(3);
        var stillKept = desk.mapping();
        var confirmed = desk.runConfirmed(2);

        assertThat(held.run().state()).isEqualTo(RunState.DONE);
        assertThat(held.run().complete()).isTrue();
        assertThat(held.review().heldBack()).containsExactly("dan", "zoe");
        assertThat(held.review().cleared()).isEmpty();
        assertThat(dry.review().heldBack()).containsExactly("dan", "zoe");
        assertThat(kept).isEqualTo(before);
        assertThat(Objects.requireNonNull(wrong.run().failure()).name()).isEqualTo("clears-differ");
        assertThat(stillKept).isEqualTo(kept);
        assertThat(confirmed.review().cleared()).containsExactly("dan", "zoe");
        assertThat(desk.mapping()).containsOnlyKeys("ben");
        assertThat(runs("held-back")).isOne();
        assertThat(desk.audited())
                .filteredOn(it -> it.action().equals("auto-map.held-back"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.details())
                                .containsEntry("mappings", 2)
                                .containsEntry("runId", held.run().id().toString()));
    }

    @Test
    void tellsTheConnectionOfALostConsent() throws InterruptedException {
        var lost = new GraphFailure.ConsentMissing(400, "r", 65001);
        desk.tenant.fail(serviceDesk(), lost);

        desk.run();

        assertThat(desk.refusals).containsExactly(lost);
    }

    @Test
    void anUnknownTeamIsNamed() throws InterruptedException {
        var unknown = new UUID(1, 2);

        var report = desk.run(unknown);

        var failure = Objects.requireNonNull(report.run().failure());
        assertThat(failure.type()).isEqualTo("urn:teams-availability:team-not-found");
        assertThat(failure.detail()).contains(unknown.toString());
    }

    @Test
    void namesAnUnknownTeamAndReadsTheOthers() throws InterruptedException {
        var unknown = new UUID(1, 2);

        var report = desk.run(serviceDesk(), unknown);

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.run().coverage().unreadTeams())
                .containsExactly(new UnreadTeam(unknown, null, UnreadTeam.Reason.NOT_FOUND));
        assertThat(desk.mapping()).containsKey("anna");
    }

    @Test
    void oneRunAtATimeOfADesk() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var first = (StartResult.Started) desk.start();

        var second = desk.start();

        assertThat(second).isEqualTo(new StartResult.Busy(first.runId()));
        desk.tenant.letPass(1);
        assertThat(desk.ended(first).run().state()).isEqualTo(RunState.DONE);
        assertThat(desk.start()).isInstanceOf(StartResult.Started.class);
        desk.tenant.letPass(1);
    }

    @Test
    void itsProgressIsSeenWhileItRuns() throws InterruptedException {
        var team = serviceDesk();
        var other = desk.tenant.team("Other");
        desk.tenant.holdUp();
        var start = (StartResult.Started) desk.start(team, other);

        desk.tenant.letPass(1);

        await().untilAsserted(() -> {
            var report = Objects.requireNonNull(desk.autoMap.find(DESK, start.runId()));
            assertThat(report.run().state()).isEqualTo(RunState.RUNNING);
            assertThat(report.run().progress()).isEqualTo(new Progress(1, 2));
            assertThat(report.review()).isEqualTo(Review.EMPTY);
        });
        desk.tenant.letPass(1);
        assertThat(desk.ended(start).run().progress()).isEqualTo(new Progress(2, 2));
    }

    @Test
    void whatIsMappedByHandMeanwhileStays() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var start = desk.start();
        desk.mapped("anna", MappingOrigin.MANUAL, account("other@x.example"));

        desk.tenant.letPass(1);
        var report = desk.ended(start);

        assertThat(desk.mapping().get("anna")).startsWith("MANUAL other@x.example ");
        assertThat(report.review().keptManual()).containsExactly("anna", "ben");
        assertThat(report.review().matched())
                .extracting(Review.Matched::technicianId)
                .containsExactly("zoe");
    }

    @Test
    void whoWasErasedMeanwhileIsInNoReview() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var start = desk.start();
        desk.transactions.run(
                DESK,
                it ->
                        it.deleteFrom(TECHNICIAN)
                                .where(TECHNICIAN.TECHNICIAN_ID.eq("anna"))
                                .execute());

        desk.tenant.letPass(1);
        var report = desk.ended(start);

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.review().matched())
                .extracting(Review.Matched::technicianId)
                .containsExactly("zoe");
    }

    @Test
    void aDisconnectMeanwhileFailsTheRun() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var start = desk.start();
        desk.transactions.run(DESK, it -> it.deleteFrom(CONNECTION).execute());
        var before = desk.mapping();

        desk.tenant.letPass(1);
        var report = desk.ended(start);

        assertThat(report.run().failure()).isEqualTo(RunFailure.CONNECTION_CHANGED);
        assertThat(desk.mapping()).isEqualTo(before);
    }

    @Test
    void aStopInTheMiddleFailsTheRunAndClearsNothing() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var stopping = desk.newAutoMap();
        var start = (StartResult.Started) stopping.start(DESK, RunRequest.FULL, "key:1");
        await().until(() -> desk.tenant.askedTeams() == 1);
        var before = desk.mapping();

        stopping.close();

        await().until(() -> desk.tenant.stopped().getCount() == 0);
        assertThat(desk.ended(start).run().failure()).isEqualTo(RunFailure.STOPPED);
        assertThat(desk.mapping()).isEqualTo(before);
    }

    @Test
    void aRunWhoseProcessDiedIsOverAndCannotComeBack() throws InterruptedException {
        serviceDesk();
        desk.tenant.holdUp();
        var dead = (StartResult.Started) desk.start();
        await().until(() -> desk.tenant.askedTeams() == 1);
        desk.clock.move(Duration.ofSeconds(61));

        var next =
                desk.newAutoMap().start(DESK, new RunRequest(List.of(), true, null, null), "key:1");

        assertThat(next).isInstanceOf(StartResult.Started.class);
        desk.tenant.letPass(2);
        assertThat(desk.ended(dead).run().failure()).isEqualTo(RunFailure.STOPPED);
        assertThat(desk.ended(next).run().state()).isEqualTo(RunState.DONE);
        assertThat(desk.mapping()).containsOnlyKeys("ben", "dan", "zoe");
    }

    @Test
    void whoAsksForADeadRunSeesThatItFailed() {
        serviceDesk();
        desk.tenant.holdUp();
        var dead = (StartResult.Started) desk.start();
        await().until(() -> desk.tenant.askedTeams() == 1);
        desk.clock.move(Duration.ofSeconds(61));

        var report = Objects.requireNonNull(desk.autoMap.find(DESK, dead.runId()));

        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
        assertThat(report.run().failure()).isEqualTo(RunFailure.STOPPED);
    }

    @Test
    void suggestionsAreKnownForTenMinutesAndTheReviewForADay() throws InterruptedException {
        serviceDesk();
        var run = desk.run().run().id();

        desk.clock.move(Duration.ofMinutes(11));
        var later = Objects.requireNonNull(desk.autoMap.find(DESK, run));
        desk.clock.move(Duration.ofDays(1));

        assertThat(later.suggestions()).isNull();
        assertThat(later.review().unmatched()).hasSize(2);
        assertThat(desk.autoMap.find(DESK, run)).isNull();
        desk.autoMap.forgetOld(DESK);
        desk.clock.move(Duration.ofDays(-1));
        assertThat(desk.autoMap.find(DESK, run)).isNull();
    }

    @Test
    void anotherDeskSeesNothing() throws InterruptedException {
        serviceDesk();
        var run = desk.run().run().id();

        assertThat(desk.autoMap.find("fabrikam", run)).isNull();
        assertThat(desk.autoMap.start("fabrikam", RunRequest.FULL, "key:2"))
                .isEqualTo(new StartResult.NotConnected());
    }

    @Test
    void withoutConsentNothingRuns() {
        desk.transactions.run(
                DESK, it -> it.update(CONNECTION).set(CONNECTION.CONSENT, "REVOKED").execute());

        assertThat(desk.start()).isEqualTo(new StartResult.NotConnected());
    }

    @Test
    void theDailyRunIsOffUntilItIsSwitchedOn() {
        serviceDesk();

        assertThat(desk.autoMap.runDaily(DESK)).isFalse();
        desk.autoMap.setDaily(DESK, true, "key:1");
        desk.autoMap.setDaily(DESK, true, "key:1");
        assertThat(desk.autoMap.runDaily(DESK)).isTrue();

        await().until(() -> desk.mapping().containsKey("anna"));
        assertThat(desk.audited())
                .extracting(AuditEntry::action, AuditEntry::actor)
                .containsExactly(
                        tuple("settings.changed", "key:1"),
                        tuple("mapping.auto-mapped", "system"),
                        tuple("mapping.cleared", "system"));
    }

    @Test
    void aFailureInTheLastTransactionChangesNothing() throws InterruptedException {
        serviceDesk();
        var owner = desk.database.asOwner();
        owner.execute("alter table audit_entry add check (action <> 'mapping.cleared')");
        var before = desk.mapping();

        var report = desk.run();

        assertThat(report.run().failure()).isEqualTo(RunFailure.INTERNAL);
        assertThat(desk.mapping()).isEqualTo(before);
        assertThat(desk.audited()).isEmpty();
    }
}
