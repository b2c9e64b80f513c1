package org.teamsavailability.benchmarks.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Service desks with a tenant each, their technicians and rota teams, all computed from numbers.
 *
 * @param name the first part of its topics' prefix
 * @param desks how many service desks, each with a tenant of its own; at least 1
 * @param technicians how many technicians a desk has, all of them mapped; at least 1
 */
public record World(String name, int desks, int technicians) {

    private static final int PARTITIONS = 12;
    private static final int MOST_ACCOUNTS = 600;
    private static final int ON_ROTA = 40;

    /** What most rows use. */
    public static final World USUAL = new World("usual", 50, 400);

    /** How many technicians of a desk have an account that the simulator knows. */
    public int accounts() {
        return Math.min(technicians, MOST_ACCOUNTS);
    }

    /** How many of them have a shift in the team of their desk. */
    int onRota() {
        return Math.min(ON_ROTA, accounts());
    }

    /** The id of a desk. Desks follow each other over the partitions, so each has its share. */
    public static String desk(int desk) {
        for (int attempt = 0; ; attempt++) {
            var id = "desk-%05d-%d".formatted(desk, attempt);
            if (BuiltInPartitioner.partitionForKey(id.getBytes(UTF_8), PARTITIONS)
                    == desk % PARTITIONS) {
                return id;
            }
        }
    }

    public static String technician(int technician) {
        return "tech-%07d".formatted(technician);
    }

    public static String tenant(int desk) {
        return "10000000-0000-4000-8000-%012d".formatted(desk);
    }

    public static String account(int desk, int technician) {
        return "a%07d-0000-4000-8000-%012d".formatted(desk, technician);
    }

    public static String team(int desk) {
        return "e0000000-0000-4000-8000-%012d".formatted(desk);
    }
}
