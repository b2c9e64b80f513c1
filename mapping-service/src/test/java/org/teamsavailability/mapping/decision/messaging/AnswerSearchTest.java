package org.teamsavailability.mapping.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.schemas.Topics.CANDIDATE_AVAILABILITY;
import static org.teamsavailability.schemas.Topics.DISPATCH_REQUESTED;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.decision.Decision;
import org.teamsavailability.mapping.decision.DecisionPage;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.search.SearchRefusal;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.SampleRecords;
import org.teamsavailability.mapping.search.messaging.SearchTopics;
import org.teamsavailability.mapping.search.messaging.TopicSearches;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.servers.process.Ports;

/** Answers are found backwards, page by page, and nothing is lost or shown twice. */
@Tag("slow")
class AnswerSearchTest {

    private static final long PLENTY = 64 << 20;
    private static final SampleRecords OURS = new SampleRecords("ours");
    private static final SampleRecords THEIRS = new SampleRecords("theirs");
    private static final DecisionQuery ALL = query(null, 200);

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_000);
    private final AtomicInteger unreadable = new AtomicInteger();
    private final SearchTopics topics = new SearchTopics();

    @AfterEach
    void remove() {
        topics.close();
    }

    private static DecisionQuery query(@Nullable Long before, int limit) {
        return new DecisionQuery(null, null, null, before, limit);
    }

    private AnswerSearch search(long mostBytes) {
        return search(topics.searches(mostBytes), topics.name(CANDIDATE_AVAILABILITY));
    }

    private AnswerSearch search(TopicSearches searches, String topic) {
        return new AnswerSearch(
                searches,
                topic,
                new DeskRecords<>(
                        SearchTopics.deserializer(CandidateAvailability.class),
                        CandidateAvailability::getServiceDeskId,
                        unreadable::incrementAndGet),
                new RequestTimes(
                        topics.name(DISPATCH_REQUESTED),
                        SearchTopics.deserializer(DispatchRequested.class)));
    }

    private Instant at(int second) {
        return start.plusSeconds(second);
    }

    private void answered(SampleRecords desk, int number, String ticket) {
        topics.send(
                CANDIDATE_AVAILABILITY, desk.answer("r-" + number, ticket, at(number)), at(number));
    }

    private static List<String> ids(DecisionPage page) {
        return page.items().stream().map(it -> it.answer().getRequestId()).toList();
    }

    /** All pages, each of which comes further. */
    private static List<Decision> walk(AnswerSearch search, DecisionQuery query) {
        var all = new ArrayList<Decision>();
        @Nullable Long before = null;
        do {
            var page =
                    search.find(
                            "ours",
                            new DecisionQuery(
                                    query.ticketId(),
                                    query.executionId(),
                                    query.requestId(),
                                    before,
                                    query.limit()));
            all.addAll(page.items());
            assertThat(page.items().size()).isLessThanOrEqualTo(query.limit());
            @Nullable Long next = page.next();
            assertThat(next == null || before == null || next < before).isTrue();
            before = next;
        } while (before != null);
        return all;
    }

    @Test
    void showsTheNewestFirstAndNothingOfAnotherDesk() {
        for (int i = 0; i < 6; i++) {
            answered(i % 2 == 0 ? OURS : THEIRS, i, "T-1");
        }

        var first = search(PLENTY).find("ours", query(null, 2));
        var second = search(PLENTY).find("ours", query(first.next(), 2));

        assertThat(ids(first)).containsExactly("r-4", "r-2");
        assertThat(first.searchedBackTo()).isEqualTo(at(2));
        assertThat(first.items().getFirst().answer()).isEqualTo(OURS.answer("r-4", "T-1", at(4)));
        assertThat(ids(second)).containsExactly("r-0");
        assertThat(second.next()).isNull();
        assertThat(second.searchedBackTo()).isEqualTo(at(0));
    }

    @Test
    void findsATicketBehindManyRecordsOfOthersInBoundedSteps() {
        answered(OURS, 1, "T-7");
        topics.sendOthers(CANDIDATE_AVAILABILITY, 12_000);
        var query = DecisionQuery.ofTicket("T-7", 50);

        var within = search(PLENTY).find("ours", query);
        var bounded = search(100_000).find("ours", query);

        assertThat(ids(within)).containsExactly("r-1");
        assertThat(within.next()).isNull();
        assertThat(bounded.items()).isEmpty();
        assertThat(bounded.next()).isBetween(1L, 11_000L);
        assertThat(bounded.searchedBackTo()).isAfter(at(1));
        assertThat(walk(search(100_000), query)).hasSize(1);
    }

    @Test
    void filtersByTicketExecutionAndRequest() {
        topics.send(CANDIDATE_AVAILABILITY, OURS.answer("r-1", "T-1", "e-1", at(1)), at(1));
        topics.send(CANDIDATE_AVAILABILITY, OURS.answer("r-2", "T-1", "e-2", at(2)), at(2));
        topics.send(CANDIDATE_AVAILABILITY, OURS.answer("r-2", "T-2", null, at(3)), at(3));
        var search = search(PLENTY);

        assertThat(ids(search.find("ours", DecisionQuery.ofTicket("T-1", 9))))
                .containsExactly("r-2", "r-1");
        assertThat(search.find("ours", DecisionQuery.ofRequest("r-2", 9)).items()).hasSize(2);
        assertThat(ids(search.find("ours", new DecisionQuery(null, "e-1", null, null, 9))))
                .containsExactly("r-1");
        assertThat(search.find("ours", new DecisionQuery("T-2", "e-1", null, null, 9)).items())
                .isEmpty();
    }

    /** Against a list: transactions that commit or not, other desks, small pages and budgets. */
    @Test
    void losesAndRepeatsNothingOverPages() {
        var random = new java.util.Random(18);
        var model = new ArrayList<CandidateAvailability>();
        for (int step = 0, number = 0; step < 30; step++) {
            boolean commits = random.nextInt(3) > 0;
            var written = new ArrayList<CandidateAvailability>();
            for (int i = random.nextInt(8); i >= 0; i--, number++) {
                var desk = random.nextInt(3) == 0 ? OURS : THEIRS;
                written.add(desk.answer("r-" + number, "T-" + random.nextInt(4), at(number)));
            }
            topics.inTransaction(
                    commits,
                    it ->
                            written.forEach(answer ->
                                    it.write(
                                            CANDIDATE_AVAILABILITY,
                                            answer,
                                            answer.getDecidedAt())));
            if (commits) {
                written.stream()
                        .filter(it -> it.getServiceDeskId().equals("ours"))
                        .forEach(model::add);
            }
        }
        var newestFirst = model.reversed();

        for (int round = 0; round < 6; round++) {
            var ticket = random.nextBoolean() ? null : "T-" + random.nextInt(4);
            var query = new DecisionQuery(ticket, null, null, null, 1 + random.nextInt(9));
            long mostBytes = round % 3 == 0 ? PLENTY : 800L << random.nextInt(6);

            assertThat(walk(search(mostBytes), query))
                    .as("%s, %d bytes", query, mostBytes)
                    .extracting(Decision::answer)
                    .containsExactlyElementsOf(
                            newestFirst.stream().filter(query::matches).toList());
        }
    }

    @Test
    void knowsWhenItWasAskedForIfTheRequestIsFound() {
        topics.send(DISPATCH_REQUESTED, OURS.request("r-1", at(1)), at(2));
        topics.send(DISPATCH_REQUESTED, THEIRS.request("r-2", at(1)), at(2));
        topics.send(DISPATCH_REQUESTED, OURS.request("r-3", at(3)), at(3));
        answered(OURS, 1, "T-1");
        answered(OURS, 2, "T-1");
        answered(OURS, 3, "T-1");

        assertThat(search(PLENTY).find("ours", ALL).items())
                .extracting(Decision::requestedAt)
                .containsExactly(at(3), null, at(1));
    }

    @Test
    void skipsAndCountsWhatCannotBeRead() {
        answered(OURS, 1, "T-1");
        topics.send(CANDIDATE_AVAILABILITY, "ours", new byte[] {9, 9, 9});
        topics.send(CANDIDATE_AVAILABILITY, "theirs", new byte[] {9});

        assertThat(ids(search(PLENTY).find("ours", ALL))).containsExactly("r-1");
        assertThat(unreadable).hasValue(1);
    }

    @Test
    void findsNothingOnAnEmptyTopic() {
        assertThat(search(PLENTY).find("ours", ALL))
                .isEqualTo(new DecisionPage(List.of(), null, null));
    }

    /** As after the topic was made again, or its oldest records were deleted. */
    @Test
    void takesPlacesThatAreGone() {
        answered(OURS, 1, "T-1");

        assertThat(ids(search(PLENTY).find("ours", query(1_000L, 9)))).containsExactly("r-1");
        assertThat(search(PLENTY).find("ours", query(0L, 9)).next()).isNull();
    }

    @Test
    void isUnavailableWithoutTopicOrBroker() {
        refuses(search(topics.searches(PLENTY), "search-no-such-topic"));
        try (var pool = topics.unreachable("localhost:" + Ports.anyFree().any())) {
            refuses(
                    search(
                            new TopicSearches(pool, PLENTY, Duration.ofSeconds(2)),
                            topics.name(CANDIDATE_AVAILABILITY)));
        }
    }

    private static void refuses(AnswerSearch search) {
        assertThatThrownBy(() -> search.find("ours", ALL))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        it ->
                                assertThat(it.refusal())
                                        .isInstanceOf(SearchRefusal.StreamUnavailable.class));
    }

    @Test
    void findsATicketWhileOthersWrite() throws InterruptedException {
        var isDone = new AtomicBoolean();
        var writer =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; !isDone.get(); i++) {
                                answered(THEIRS, i, "T-1");
                            }
                        });
        try {
            for (int i = 0; i < 20; i++) {
                answered(OURS, i, "T-" + i);
                assertThat(ids(search(PLENTY).find("ours", DecisionQuery.ofTicket("T-" + i, 1))))
                        .containsExactly("r-" + i);
            }
        } finally {
            isDone.set(true);
            writer.join();
        }
    }
}
