package org.teamsavailability.simulator;

import java.time.Clock;
import java.util.Random;
import org.teamsavailability.simulator.exchange.Conditions;

/**
 * What is fixed while the simulator runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param conditions how calls go at first
 * @param journalCalls how many calls the journal keeps, at least 1
 * @param journalIds how many account ids the kept calls together may hold, at least 1
 * @param clock for lifetimes, limits and the journal
 * @param random for the order of presences
 */
public record SimulatorSettings(
        String host,
        int port,
        Conditions conditions,
        int journalCalls,
        int journalIds,
        Clock clock,
        Random random) {
    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", 0 to 65535 allowed");
        }
        if (journalCalls < 1 || journalIds < 1) {
            throw new IllegalArgumentException("the journal keeps at least one call and one id");
        }
    }

    /** A free port of the loopback address, ideal conditions, the last 10,000 calls. */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                Conditions.IDEAL,
                10_000,
                1_000_000,
                Clock.systemUTC(),
                new Random());
    }

    /** The same on another port. */
    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(
                host, other, conditions, journalCalls, journalIds, clock, random);
    }

    /** The same on another address. */
    public SimulatorSettings withHost(String other) {
        return new SimulatorSettings(
                other, port, conditions, journalCalls, journalIds, clock, random);
    }

    /** The same with other conditions at first. */
    public SimulatorSettings withConditions(Conditions other) {
        return new SimulatorSettings(host, port, other, journalCalls, journalIds, clock, random);
    }

    /** The same with another clock. */
    public SimulatorSettings withClock(Clock other) {
        return new SimulatorSettings(
                host, port, conditions, journalCalls, journalIds, other, random);
    }

    /** The same with other bounds of the journal. */
    public SimulatorSettings withJournal(int calls, int ids) {
        return new SimulatorSettings(host, port, conditions, calls, ids, clock, random);
    }
}
