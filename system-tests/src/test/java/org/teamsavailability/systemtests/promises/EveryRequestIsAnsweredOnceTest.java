package org.teamsavailability.systemtests.promises;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.simulator.journal.Call;

/**
 * Each request gets exactly one committed answer, in the order of its ticket, whatever becomes of
 * the enricher meanwhile. {@code -Dkills=5} kills it five times, at different moments.
 */
@AloneOnTheStack
@TestInstance(Lifecycle.PER_CLASS)
class EveryRequestIsAnsweredOnceTest {

    private static final int REQUESTS = 200;
    private static final int DESKS = 8;
    private static final int TICKETS_OF_A_DESK = 9;

    private final World world;
    private final List<Desk> desks;

    EveryRequestIsAnsweredOnceTest(World world) {
        this.world = world;
        this.desks = IntStream.range(0, DESKS).mapToObj(_ -> world.desk(5)).toList();
    }

    /** When the enricher is killed. */
    enum Moment {
        ALL_WAIT_FOR_TEAMS {
            @Override
            void await(World world) {
                waits(world, REQUESTS);
            }
        },
        SOME_HAVE_BEEN_TAKEN {
            @Override
            void await(World world) {
                waits(world, 1);
            }
        },
        SOME_HAVE_BEEN_ANSWERED {
            @Override
            void await(World world) {
                waits(world, REQUESTS);
                int before = world.answers().size();
                world.microsoft().faults().clear();
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> world.answers().size() > before);
            }
        },
        IT_COMES_BACK {
            @Override
            void await(World world) {
                waits(world, REQUESTS);
                world.enricher().kill();
                world.enricher().start();
            }
        };

        abstract void await(World world);

        private static void waits(World world, int requests) {
            Awaitility.await()
                    .atMost(World.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> world.management().pendingRequests() >= requests);
        }
    }

    static Stream<Moment> kills() {
        return IntStream.range(0, Integer.getInteger("kills", 1))
                .mapToObj(kill -> Moment.values()[kill % Moment.values().length]);
    }

    @ParameterizedTest(name = "while {0}")
    @MethodSource("kills")
    void answersEachRequestOnceThoughTheEnricherIsKilled(Moment moment) {
        microsoftHangs();
        var requests = requests();
        world.publish(requests);
        moment.await(world);

        world.enricher().kill();
        world.microsoft().faults().clear();
        world.enricher().start();

        answeredOnceInOrder(requests);
    }

    @Test
    void answersEachRequestOnceThoughTheEnricherIsStoppedAndStarted() {
        microsoftHangs();
        var requests = requests();
        world.publish(requests);
        Moment.ALL_WAIT_FOR_TEAMS.await(world);

        assertThat(world.enricher().stop(World.PATIENCE)).as("ended by itself").isTrue();
        world.microsoft().faults().clear();
        world.enricher().start();

        answeredOnceInOrder(requests);
    }

    private void microsoftHangs() {
        desks.forEach(desk -> world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang());
    }

    /** Over all desks, and several for each of their tickets. */
    private List<DispatchRequested> requests() {
        var run = UUID.randomUUID();
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> {
                    int ofDesk = number / DESKS;
                    return desks.get(number % DESKS)
                            .request("ticket-" + run + "-" + ofDesk % TICKETS_OF_A_DESK)
                            .setRespondBy(Instant.now().plus(Duration.ofMinutes(4)))
                            .build();
                })
                .toList();
    }

    private void answeredOnceInOrder(List<DispatchRequested> requests) {
        var asked = requests.stream().map(DispatchRequested::getRequestId).toList();
        Awaitility.await()
                .atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(answersTo(asked)).hasSizeGreaterThanOrEqualTo(REQUESTS));
        world.rest().await();
        var answers = answersTo(asked);
        assertThat(answers.stream().map(CandidateAvailability::getRequestId))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(byTicket(answers.stream().map(OfTicket::of)))
                .isEqualTo(byTicket(requests.stream().map(OfTicket::of)));
    }

    private List<CandidateAvailability> answersTo(List<String> asked) {
        var wanted = Set.copyOf(asked);
        return world.answers().stream().filter(it -> wanted.contains(it.getRequestId())).toList();
    }

    private record OfTicket(String ticket, String requestId) {

        static OfTicket of(DispatchRequested request) {
            return new OfTicket(
                    request.getServiceDeskId() + "/" + request.getTicketId(),
                    request.getRequestId());
        }

        static OfTicket of(CandidateAvailability answer) {
            return new OfTicket(
                    answer.getServiceDeskId() + "/" + answer.getTicketId(), answer.getRequestId());
        }
    }

    private static Map<String, List<String>> byTicket(Stream<OfTicket> all) {
        return all.collect(groupingBy(OfTicket::ticket, mapping(OfTicket::requestId, toList())));
    }
}
