package org.teamsavailability.enricher.teams.batching;

import io.micrometer.core.instrument.Gauge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;

/** Plays steps with two tenants, whose ids are their own, and collects the laws that break. */
final class Story {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;
    private final List<String> broken = new ArrayList<>();
    private final List<WatchedTeamsRead<?>> teamsReads = new ArrayList<>();
    private final CooldownLaws cooldowns = new CooldownLaws(broken);
    private final CallLaws laws = new CallLaws(broken);

    List<String> play(List<Step> steps) {
        for (Step step : steps) {
            take(step);
            teamsReads.stream().filter(WatchedTeamsRead::isOpen).forEach(this::check);
        }
        completeAllCalls();
        return broken;
    }

    private void take(Step step) {
        switch (step) {
            case Step.AskPresence(int tenant, int from, int count, int millis) ->
                    askPresence(
                            GatewayFixture.tenant(tenant),
                            ids(tenant, from, count),
                            time.in(millis));
            case Step.AskRota(int tenant, int from, int count, int day, int millis) ->
                    askRota(
                            GatewayFixture.tenant(tenant),
                            ids(tenant, from, count),
                            day,
                            time.in(millis));
            case Step.Return(int which, Step.Answer answer, int retryAfter) -> {
                List<Call<?>> out = graph.out();
                if (!out.isEmpty()) {
                    answer(out.get(which % out.size()), answer, time.in(retryAfter));
                }
            }
            case Step.Pass(int millis) -> time.pass(millis);
        }
    }

    // A call that starts within the asking is checked once it is known who asked.
    private void askPresence(MicrosoftTenant tenant, List<UUID> accounts, Instant deadline) {
        int before = graph.calls().size();
        graph.onCall(_ -> {});
        Priority priority = accounts.size() % 2 == 0 ? Priority.BATCHED : Priority.NOW;
        var teamsRead = fixture.gateway.presence(tenant, accounts, deadline, priority);
        teamsReads.add(
                new WatchedTeamsRead<>(
                        tenant, true, accounts, time.instant(), deadline, teamsRead));
        checkCallsSince(before);
    }

    private void askRota(MicrosoftTenant tenant, List<UUID> teams, int day, Instant deadline) {
        int before = graph.calls().size();
        graph.onCall(_ -> {});
        var teamsRead =
                fixture.gateway.rota(
                        tenant,
                        teams,
                        GatewayFixture.MONDAY.plusDays(day),
                        GatewayFixture.MONDAY.plusDays(day),
                        deadline);
        teamsReads.add(
                new WatchedTeamsRead<>(tenant, false, teams, time.instant(), deadline, teamsRead));
        checkCallsSince(before);
    }

    private void checkCallsSince(int before) {
        graph.calls().subList(before, graph.calls().size()).forEach(this::checkCall);
        graph.onCall(this::checkCall);
    }

    private void checkCall(Call<?> call) {
        cooldowns.check(call);
        laws.check(call, teamsReads);
    }

    private void answer(Call<?> call, Step.Answer answer, Instant retryAfter) {
        laws.releaseHungPermits(call, time.instant());
        switch (answer) {
            case ALL, NOTHING_KNOWN, REFUSED, FORBIDDEN, NOT_PROVISIONED ->
                    cooldowns.answered(call);
            case UNREACHABLE, UNAVAILABLE_UNTIL, MALFORMED, THROTTLED -> {}
        }
        switch (answer) {
            case ALL -> {
                laws.served(call);
                laws.answered(call, time.instant());
                graph.answer(call);
            }
            case NOTHING_KNOWN -> {
                laws.served(call);
                laws.answered(call, time.instant());
                if (call.kind() == ReadKind.PRESENCE) {
                    graph.answerPresences(call, Map.of());
                } else {
                    graph.answer(call);
                }
            }
            case UNREACHABLE -> {
                laws.failed(call);
                call.fail(GatewayFixture.UNREACHABLE);
            }
            case UNAVAILABLE_UNTIL -> {
                cooldowns.closed(call, false, retryAfter, time.instant());
                call.fail(GatewayFixture.UNREACHABLE, retryAfter);
            }
            case MALFORMED -> {
                laws.failed(call);
                call.fail(new GraphFailure.Malformed(200, null));
            }
            case THROTTLED -> {
                cooldowns.closed(call, true, retryAfter, time.instant());
                call.fail(GatewayFixture.throttled(retryAfter));
            }
            case REFUSED -> {
                laws.refused(call, time.instant());
                double before = fixture.count("teams.gateway.bad.ids");
                call.fail(GatewayFixture.REFUSED);
                if (fixture.count("teams.gateway.bad.ids") > before) {
                    laws.foundInvalid(call, time.instant());
                }
            }
            case FORBIDDEN -> {
                laws.served(call);
                call.fail(
                        new GraphFailure.PermissionMissing(
                                403, null, GraphPermission.PRESENCE_READ_ALL));
            }
            case NOT_PROVISIONED -> {
                laws.served(call);
                call.fail(GatewayFixture.NOT_PROVISIONED);
            }
        }
    }

    private void completeAllCalls() {
        time.pass(3_000);
        teamsReads.forEach(this::check);
        graph.answerAll();
        time.pass(3_000);
        if (!graph.out().isEmpty()) {
            broken.add("a call after the last deadline");
        }
        if (fixture.gateway.busyQueues() != 0 || time.tasksScheduled() != 0) {
            broken.add("something is left of tenants that have nothing to do");
        }
        if (inFlight() != 0) {
            broken.add("meters show a call that is over");
        }
        teamsReads.forEach(this::check);
    }

    private double inFlight() {
        return fixture.meters.get("teams.gateway.in.flight").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private void check(WatchedTeamsRead<?> teamsRead) {
        teamsRead.check(time.instant(), broken);
    }

    private static List<UUID> ids(int tenant, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(n -> new UUID(tenant, n)).toList();
    }
}
