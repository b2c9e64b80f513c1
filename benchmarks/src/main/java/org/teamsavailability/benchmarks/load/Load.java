package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.world.World;

/**
 * What is offered to an arm.
 *
 * @param world whose desks ask
 * @param desks how many of them, from the first on
 * @param perSecond how many requests a second, evenly spaced, whatever the arm does
 * @param window when figures count
 * @param afterwards how long requests are sent after that
 * @param content what the requests ask for
 * @param mix how the requests are spread over the desks
 * @param probed whether requests are sent one by one before, until one is answered
 * @param actions what is done during the run
 */
public record Load(
        World world,
        int desks,
        double perSecond,
        Window window,
        Duration afterwards,
        RequestContent content,
        DeskMix mix,
        boolean probed,
        List<Action> actions) {

    /**
     * What is done at a moment of the run.
     *
     * @param at counted from the moment at which the first request is due
     */
    public record Action(Duration at, Runnable task) {}

    public Load {
        if (desks < 1 || desks > world.desks()) {
            throw new IllegalArgumentException(
                    "desks is %d, allowed: 1 to %d".formatted(desks, world.desks()));
        }
        int candidates = content.candidates();
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
                window,
                Duration.ZERO,
                RequestContent.of(Math.min(20, world.accounts())),
                DeskMix.even(desks),
                true,
                List.of());
    }

    /** The same at another rate. */
    public Load at(double rate, Window other) {
        return new Load(world, desks, rate, other, afterwards, content, mix, probed, actions);
    }

    /** The same with requests that ask for something else. */
    public Load with(RequestContent other) {
        return new Load(world, desks, perSecond, window, afterwards, other, mix, probed, actions);
    }

    /** The same with the requests spread in another way. */
    public Load with(DeskMix other) {
        return new Load(
                world, desks, perSecond, window, afterwards, content, other, probed, actions);
    }

    /** The first request is the first that the arm meets. */
    public Load unprobed() {
        return new Load(world, desks, perSecond, window, afterwards, content, mix, false, actions);
    }

    /** Requests are sent for so long after figures have counted. */
    public Load continuedFor(Duration other) {
        return new Load(world, desks, perSecond, window, other, content, mix, probed, actions);
    }

    /** Something is done at a moment of the run. */
    public Load doing(Duration at, Runnable task) {
        var more = new ArrayList<>(actions);
        more.add(new Action(at, task));
        return new Load(world, desks, perSecond, window, afterwards, content, mix, probed, more);
    }

    /** How many requests it has. */
    int requests() {
        return Math.max(1, (int) (perSecond * window.end().plus(afterwards).toNanos() / 1e9));
    }
}
