package org.teamsavailability.graph.settings;

/**
 * How much is asked at once, and how much is read of one answer.
 *
 * @param callsPerTenant calls of one tenant in flight, for presence, schedules, groups and users
 *     each, so that none waits for another; four times as many for schedules, where calls for some
 *     teams may hang
 * @param calls calls of all tenants in flight
 * @param pages pages followed in one read; 20 times as many in one of a directory
 * @param responseBytes the size of one response, uncompressed
 */
public record Bounds(int callsPerTenant, int calls, int pages, int responseBytes) {

    /** 8 calls a tenant, 512 in all, 100 pages, 16 MiB. */
    public static final Bounds DEFAULT = new Bounds(8, 512, 100, 16 * 1024 * 1024);

    public Bounds {
        check("calls in flight per tenant", callsPerTenant);
        check("calls in flight", calls);
        check("pages of one read", pages);
        check("bytes of one response", responseBytes);
    }

    private static void check(String name, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "The bound of %s is %d: give at least 1.".formatted(name, bound));
        }
    }
}
