package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.world.World;

/**
 * What is offered to an arm.
 *
 * @param world whose desks ask
 * @param desks how many of them, from the first on
 * @param perSecond how many requests a second, evenly spaced, whatever the arm does
 * @param warmUp how long requests are sent before figures count
 * @param measured how long figures count
 * @param afterwards how long requests are sent after that
 * @param candidates how many candidates a request has
 * @param mix how the requests are spread over the desks
 * @param rota whether requests name the rota team of their desk
 * @param respondBy how long an answer may take; null leaves the field out
 * @param probed whether requests are sent one by one before, until one is answered
 * @param actions what is done during the run
 */
public record Load(
        World world,
        int desks,
        double perSecond,
        Duration warmUp,
        Duration measured,
        Duration afterwards,
        int candidates,
        DeskMix mix,
        boolean rota,
        @Nullable Duration respondBy,
        boolean probed,
        List<Action> actions) {

    /** What is done at a moment of the run, counted from its first request. */
    public record Action(Duration at, Runnable task) {}

    public Load {
        if (desks < 1 || desks > world.desks()) {
            throw new IllegalArgumentException(
                    "desks is %d, allowed: 1 to %d".formatted(desks, world.desks()));
        }
        if (candidates < 1 || candidates > world.accounts()) {
            throw new IllegalArgumentException(
                    "candidates is %d, allowed: 1 to %d".formatted(candidates, world.accounts()));
        }
        actions = List.copyOf(actions);
    }

    /** 20 candidates a request, desks evenly, no rota, no {@code respondBy}. */
    public static Load of(World world, int desks, double perSecond, Window window) {
        return new Load(
                world,
                desks,
                perSecond,
                window.warmUp(),
                window.measured(),
                Duration.ZERO,
                Math.min(20, world.accounts()),
                DeskMix.even(desks),
                false,
                null,
                true,
                List.of());
    }

    public Load at(double other, Window window) {
        return copy(
                other,
                window.warmUp(),
                window.measured(),
                afterwards,
                candidates,
                mix,
                rota,
                respondBy,
                probed,
                actions);
    }

    public Load withCandidates(int other) {
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                other,
                mix,
                rota,
                respondBy,
                probed,
                actions);
    }

    public Load withMix(DeskMix other) {
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                other,
                rota,
                respondBy,
                probed,
                actions);
    }

    public Load withRota(boolean other) {
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                mix,
                other,
                respondBy,
                probed,
                actions);
    }

    public Load withRespondBy(Duration other) {
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                mix,
                rota,
                other,
                probed,
                actions);
    }

    /** The first request is the first that the arm meets. */
    public Load unprobed() {
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                mix,
                rota,
                respondBy,
                false,
                actions);
    }

    public Load continuedFor(Duration other) {
        return copy(
                perSecond,
                warmUp,
                measured,
                other,
                candidates,
                mix,
                rota,
                respondBy,
                probed,
                actions);
    }

    public Load doing(Duration at, Runnable task) {
        var more = new ArrayList<>(actions);
        more.add(new Action(at, task));
        return copy(
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                mix,
                rota,
                respondBy,
                probed,
                more);
    }

    /** How many requests it has. */
    int requests() {
        var all = warmUp.plus(measured).plus(afterwards);
        return Math.max(1, (int) (perSecond * all.toNanos() / 1e9));
    }

    private Load copy(
            double perSecond,
            Duration warmUp,
            Duration measured,
            Duration afterwards,
            int candidates,
            DeskMix mix,
            boolean rota,
            @Nullable Duration respondBy,
            boolean probed,
            List<Action> actions) {
        return new Load(
                world,
                desks,
                perSecond,
                warmUp,
                measured,
                afterwards,
                candidates,
                mix,
                rota,
                respondBy,
                probed,
                actions);
    }
}
