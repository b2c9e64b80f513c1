package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.MappingProcess;
import org.teamsavailability.benchmarks.server.Servers;

/**
 * Open loop: sends at its rate whatever the arm does, and takes each latency from the moment at
 * which the request was due to the moment at which its answer was read: by a consumer that reads
 * committed answers, or as the response to a call over HTTP. For one thread.
 */
public final class Generator {

    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(90);
    private static final Duration PROBE_AGAIN = Duration.ofMillis(250);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Servers servers;
    private final ArmProcess arm;
    private final Route route;

    /** Asks over the topics of the arm, which must exist. */
    public Generator(Servers servers, ArmProcess arm) {
        this(servers, arm, new TopicRoute(servers, arm));
    }

    /** Asks over HTTP. */
    public Generator(Servers servers, ArmProcess arm, MappingProcess service) {
        this(servers, arm, new HttpRoute(service));
    }

    private Generator(Servers servers, ArmProcess arm, Route route) {
        this.servers = servers;
        this.arm = arm;
        this.route = route;
    }

    /**
     * Offers the load; returns when every request is answered or refused, or ten seconds after the
     * last should have been.
     *
     * @throws IllegalStateException if the arm answers no probe within 90 s
     */
    public LoadResult offer(Load load) throws InterruptedException {
        if (load.probed()) {
            ask(load);
        }
        return send(load);
    }

    /** Sends one request; returns how long its answer took, from Teams or not. */
    public Duration ask(Load load) throws InterruptedException {
        var run = newRun();
        var requests = new Requests(load, run);
        int most = (int) (FIRST_ANSWER_WITHIN.toNanos() / PROBE_AGAIN.toNanos());
        var recording = new Recording(run, most);
        try (var session = route.open(1, recording::received)) {
            long begin = System.nanoTime();
            for (int number = 0; number < most; number++) {
                int desk = requests.nextDesk();
                long now = System.nanoTime();
                recording.sending(number, desk, now);
                session.send(requests.request(number, desk));
                while (recording.answered() == 0
                        && System.nanoTime() < now + PROBE_AGAIN.toNanos()) {
                    LockSupport.parkNanos(500_000);
                    session.check();
                }
                if (recording.answered() > 0) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            }
        }
        throw new IllegalStateException(
                "%s answered no request within %d s"
                        .formatted(arm.arm().id(), FIRST_ANSWER_WITHIN.toSeconds()));
    }

    private LoadResult send(Load load) throws InterruptedException {
        var run = newRun();
        var requests = new Requests(load, run);
        int all = load.requests();
        var recording = new Recording(run, all);
        double period = 1e9 / load.perSecond();
        try (var session = route.open(load.perSecond(), recording::received)) {
            long start = System.nanoTime() + Duration.ofMillis(50).toNanos();
            var meter = new UsageMeter(arm, route, servers.control(), recording);
            Duration behind;
            try (var _ = new TimedTasks(start, load.actions(), meter.actions(load.window()))) {
                for (int number = 0; number < all; number++) {
                    long due = start + (long) (number * period);
                    int desk = requests.nextDesk();
                    awaitMoment(due);
                    recording.sending(number, desk, due);
                    session.send(requests.request(number, desk));
                    session.check();
                }
                session.flush();
                long end = start + (long) (all * period);
                behind = Duration.ofNanos(Math.max(0, System.nanoTime() - end));
            }
            drain(load, recording, session);
            return new LoadResult(load, recording, start, meter.usage(behind), session.statuses());
        }
    }

    private static void drain(Load load, Recording recording, Session session) {
        var respondBy = load.content().respondBy();
        var longest = respondBy == null ? DRAIN : DRAIN.plus(respondBy);
        long end = System.nanoTime() + longest.toNanos();
        while (recording.answered() + session.statuses().withoutAnswer() < recording.sent()
                && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            session.check();
        }
    }

    private static void awaitMoment(long moment) {
        for (long now = System.nanoTime(); now < moment; now = System.nanoTime()) {
            LockSupport.parkNanos(moment - now);
        }
    }

    /** Unlike that of any other run, also on the same topic. */
    private static String newRun() {
        return "run%d-".formatted(RUNS.incrementAndGet());
    }
}
