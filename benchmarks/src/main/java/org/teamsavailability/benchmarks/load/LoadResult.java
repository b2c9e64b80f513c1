package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import org.teamsavailability.benchmarks.world.GraphCalls;

/** What a load has shown. */
public final class LoadResult {

    private final Load load;
    private final Recording recording;
    private final long start;
    private final Usage usage;
    private final Statuses statuses;

    /**
     * What was used while figures counted.
     *
     * @param cpu the CPU time of the arm
     * @param routeCpu the CPU time of the mapping-service, where requests come over HTTP
     * @param calls the calls of Graph
     * @param answers how many answers came
     * @param behind how late the last request was sent; more than some milliseconds mean that the
     *     generator could not keep up
     */
    record Usage(Duration cpu, Duration routeCpu, GraphCalls calls, int answers, Duration behind) {}

    LoadResult(Load load, Recording recording, long start, Usage usage, Statuses statuses) {
        this.load = load;
        this.recording = recording;
        this.start = start;
        this.usage = usage;
        this.statuses = statuses;
    }

    /** How many requests were due while figures counted. */
    public int offered() {
        return recording.count(this::isMeasured);
    }

    /** How many of them were answered from Teams and on time. */
    public int onTime() {
        return recording.count((n, desk) -> isMeasured(n, desk) && recording.isOnTime(n));
    }

    /** How many of them were answered from Teams, on time or not. */
    public int fromTeams() {
        return recording.count((n, desk) -> isMeasured(n, desk) && recording.isFromTeams(n));
    }

    public double onTimePerSecond() {
        return onTime() / (load.window().measured().toNanos() / 1e9);
    }

    /** The share of the offered ones that were on time, 0 to 1. */
    public double onTimeShare() {
        return offered() == 0 ? 0 : (double) onTime() / offered();
    }

    /** How many of them were never answered until the end of the run. */
    public int unanswered() {
        return recording.count((n, desk) -> isMeasured(n, desk) && !recording.isAnswered(n));
    }

    public int duplicates() {
        return recording.duplicates();
    }

    /** Of all answers, whatever they say. */
    public Latencies all() {
        return recording.latencies(this::isMeasured);
    }

    /** Of the answers that were on time. */
    public Latencies good() {
        return recording.latencies((n, desk) -> isMeasured(n, desk) && recording.isOnTime(n));
    }

    /** Of all answers to other desks than the first. */
    public Latencies othersThanFirstDesk() {
        return recording.latencies((n, desk) -> isMeasured(n, desk) && desk != 0);
    }

    /** How many requests of other desks than the first were not answered on time. */
    public int othersNotOnTime() {
        return recording.count(
                (n, desk) -> isMeasured(n, desk) && desk != 0 && !recording.isOnTime(n));
    }

    /** Of all answers to the requests of the first second. */
    public Latencies firstSecond() {
        return recording.latencies((n, _) -> sinceStart(n).compareTo(Duration.ofSeconds(1)) < 0);
    }

    /** CPU seconds of the arm for a thousand answers; 0 without answers. */
    public double cpuPerThousand() {
        return perThousand(usage.cpu());
    }

    /** The same of the mapping-service; 0 where requests do not come over HTTP. */
    public double routeCpuPerThousand() {
        return perThousand(usage.routeCpu());
    }

    private double perThousand(Duration cpu) {
        return usage.answers() == 0 ? 0 : cpu.toNanos() / 1e6 / usage.answers();
    }

    /** How all calls over HTTP of the run ended, also those before and after figures counted. */
    public Statuses statuses() {
        return statuses;
    }

    public double callsPerAnswer() {
        return usage.answers() == 0 ? 0 : (double) usage.calls().calls() / usage.answers();
    }

    public GraphCalls calls() {
        return usage.calls();
    }

    public Duration behind() {
        return usage.behind();
    }

    /** How long after a moment of the run the last request was due that was not on time. */
    public Duration lastNotOnTimeAfter(Duration moment) {
        var last = Duration.ZERO;
        for (int number = 0; number < recording.sent(); number++) {
            var after = sinceStart(number).minus(moment);
            if (!recording.isOnTime(number) && after.compareTo(last) > 0) {
                last = after;
            }
        }
        return last;
    }

    private Duration sinceStart(int number) {
        return Duration.ofNanos(recording.dueAt(number) - start);
    }

    private boolean isMeasured(int number, int ofAnyDesk) {
        var since = sinceStart(number);
        return since.compareTo(load.window().warmUp()) >= 0
                && since.compareTo(load.window().end()) < 0;
    }
}
