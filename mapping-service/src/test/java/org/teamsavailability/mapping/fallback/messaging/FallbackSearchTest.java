package org.teamsavailability.mapping.fallback.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.schemas.Reason.IGNORED_BY_INSTRUCTION;
import static org.teamsavailability.schemas.Reason.TEAMS_THROTTLED;
import static org.teamsavailability.schemas.Reason.TEAMS_UNREACHABLE;
import static org.teamsavailability.schemas.Topics.CANDIDATE_AVAILABILITY;
import static org.teamsavailability.schemas.Topics.FALLBACK_REASON;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.fallback.FallbackCount;
import org.teamsavailability.mapping.fallback.FallbackPage;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.fallback.Recovery;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.SampleRecords;
import org.teamsavailability.mapping.search.messaging.SearchTopics;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;

/** Fallbacks are listed, counted, and compared with the answers. */
@Tag("slow")
class FallbackSearchTest {

    private static final long PLENTY = 64 << 20;
    private static final SampleRecords OURS = new SampleRecords("ours");
    private static final SampleRecords THEIRS = new SampleRecords("theirs");

    private final SearchTopics topics = new SearchTopics();
    private final Instant hour =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));

    @AfterEach
    void remove() {
        topics.close();
    }

    private FallbackSearch search(long mostBytes) {
        return new FallbackSearch(
                topics.searches(mostBytes),
                topics.name(FALLBACK_REASON),
                new DeskRecords<>(
                        SearchTopics.deserializer(FallbackReason.class),
                        FallbackReason::getServiceDeskId,
                        () -> {}),
                new RecoverySearch(
                        topics.name(CANDIDATE_AVAILABILITY),
                        new DeskRecords<>(
                                SearchTopics.deserializer(CandidateAvailability.class),
                                CandidateAvailability::getServiceDeskId,
                                () -> {})));
    }

    private FallbackPage find(FallbackQuery query) {
        return search(PLENTY).find("ours", query, hour);
    }

    private FallbackQuery since(Instant since) {
        return new FallbackQuery(since, null, null, 50);
    }

    private Instant at(int minute) {
        return hour.plus(Duration.ofMinutes(minute));
    }

    /** An answer with a fallback, and its fallback record. */
    private void fellBack(SampleRecords desk, int minute, Reason reason) {
        var id = "r-" + minute;
        topics.send(CANDIDATE_AVAILABILITY, desk.answer(id, "T-1", at(minute), reason), at(minute));
        topics.send(FALLBACK_REASON, desk.fallback(id, reason, at(minute)), at(minute));
    }

    private void usedTeams(SampleRecords desk, int minute) {
        topics.send(
                CANDIDATE_AVAILABILITY, desk.answer("r-" + minute, "T-1", at(minute)), at(minute));
    }

    private static List<String> ids(FallbackPage page) {
        return page.items().stream().map(FallbackReason::getRequestId).toList();
    }

    @Test
    void showsWhenAnOutageBeganAndEnded() {
        usedTeams(OURS, 1);
        fellBack(OURS, 10, TEAMS_UNREACHABLE);
        fellBack(THEIRS, 20, TEAMS_UNREACHABLE);
        fellBack(OURS, 70, TEAMS_UNREACHABLE);
        fellBack(OURS, 71, TEAMS_THROTTLED);
        usedTeams(THEIRS, 72);
        usedTeams(OURS, 73);
        usedTeams(OURS, 74);

        var page = find(since(hour));

        assertThat(ids(page)).containsExactly("r-71", "r-70", "r-10");
        assertThat(page.next()).isNull();
        assertThat(page.summary().counts())
                .containsExactly(
                        new FallbackCount(hour, TEAMS_UNREACHABLE, 1),
                        new FallbackCount(at(60), TEAMS_UNREACHABLE, 1),
                        new FallbackCount(at(60), TEAMS_THROTTLED, 1));
        assertThat(page.summary().countedFrom()).isEqualTo(hour);
        assertThat(page.summary().firstSeen()).isEqualTo(at(10));
        assertThat(page.summary().lastSeen()).isEqualTo(at(71));
        assertThat(page.recovery()).isEqualTo(new Recovery(at(73), 0.5, hour));
    }

    @Test
    void isAboutOneReason() {
        fellBack(OURS, 10, TEAMS_THROTTLED);
        fellBack(OURS, 20, TEAMS_UNREACHABLE);
        usedTeams(OURS, 30);
        usedTeams(OURS, 40);

        var page = find(new FallbackQuery(hour, TEAMS_THROTTLED, null, 50));

        assertThat(ids(page)).containsExactly("r-10");
        assertThat(page.summary().lastSeen()).isEqualTo(at(10));
        assertThat(page.recovery()).isEqualTo(new Recovery(at(30), 0.25, hour));
    }

    @Test
    void leavesOutWhatIsOlder() {
        fellBack(OURS, 10, TEAMS_UNREACHABLE);
        fellBack(OURS, 20, TEAMS_UNREACHABLE);

        assertThat(ids(find(since(at(10))))).containsExactly("r-20", "r-10");
        assertThat(ids(find(since(at(11))))).containsExactly("r-20");
        var none = find(since(at(21)));
        assertThat(none.items()).isEmpty();
        assertThat(none.summary().counts()).isEmpty();
        assertThat(none.summary().countedFrom()).isEqualTo(at(21));
        assertThat(none.summary().lastSeen()).isNull();
        assertThat(none.recovery().recoveredAt()).isNull();
    }

    @Test
    void countsNoFallbackThatSomebodyChose() {
        topics.send(
                CANDIDATE_AVAILABILITY,
                OURS.answer("r-1", "T-1", at(1), IGNORED_BY_INSTRUCTION),
                at(1));
        usedTeams(OURS, 2);

        assertThat(find(since(hour)).recovery()).isEqualTo(new Recovery(null, 0.0, hour));
    }

    @Test
    void hasNotRecoveredWithoutALaterAnswerThatUsedTeams() {
        usedTeams(OURS, 1);
        fellBack(OURS, 10, TEAMS_UNREACHABLE);

        assertThat(find(since(hour)).recovery()).isEqualTo(new Recovery(null, 0.5, hour));
    }

    @Test
    void knowsNothingOfAnswersBeforeTheLastDay() {
        fellBack(OURS, 10, TEAMS_UNREACHABLE);
        usedTeams(OURS, 20);

        var page = search(PLENTY).find("ours", since(hour), at(15));

        assertThat(page.summary().lastSeen()).isEqualTo(at(10));
        assertThat(page.recovery()).isEqualTo(new Recovery(null, 0.0, at(15)));
    }

    @Test
    void losesAndRepeatsNothingOverPages() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var desk = i % 3 == 0 ? OURS : THEIRS;
            topics.send(FALLBACK_REASON, desk.fallback("r-" + i, TEAMS_UNREACHABLE, at(i)), at(i));
            if (i % 3 == 0) {
                expected.addFirst("r-" + i);
            }
        }

        assertThat(walk(search(PLENTY), 7)).containsExactlyElementsOf(expected);
        assertThat(walk(search(3_000), 7)).containsExactlyElementsOf(expected);
        assertThat(walk(search(600), 200)).containsExactlyElementsOf(expected);
        var bounded = search(3_000).find("ours", since(hour), hour);
        assertThat(bounded.summary().countedFrom()).isAfter(hour);
        assertThat(bounded.next()).isNotNull();
    }

    private List<String> walk(FallbackSearch search, int limit) {
        var all = new ArrayList<String>();
        @Nullable Long before = null;
        do {
            var page = search.find("ours", new FallbackQuery(hour, null, before, limit), hour);
            all.addAll(ids(page));
            before = page.next();
        } while (before != null);
        return all;
    }
}
