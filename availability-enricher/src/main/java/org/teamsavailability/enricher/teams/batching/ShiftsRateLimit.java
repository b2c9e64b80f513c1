package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Calls for schedules, shifts and time off: so many a second of a tenant, and fewer of each team.
 *
 * <p>Source: Microsoft Graph, "Microsoft Teams service limits": 30 requests a second per app and
 * tenant for {@code /teams/{id}/schedule} and all under it, and four a second on a given team.
 */
final class ShiftsRateLimit implements RateLimit<RotaPart> {

    /** A second, and what calls may be delayed differently on their way. */
    static final Duration WINDOW = Duration.ofMillis(1_100);

    /** What long reads leave of a tenant's rate limit for other reads. */
    private static final int LEFT_OF_TENANT = 6;

    /** What long reads leave of a team's rate limit for other reads. */
    private static final int LEFT_OF_TEAM = 2;

    private final SlidingWindow tenant;
    private final Map<UUID, SlidingWindow> teams = new HashMap<>();
    private final int mostPerTeam;

    /**
     * @param mostPerTenant 1 or more
     * @param mostPerTeam 1 or more
     */
    ShiftsRateLimit(int mostPerTenant, int mostPerTeam) {
        this.tenant = new SlidingWindow(mostPerTenant, WINDOW);
        this.mostPerTeam = mostPerTeam;
    }

    @Override
    public Instant opensAt(RotaPart part, Instant now) {
        if (part instanceof RotaPart.ManyPages) {
            return Instant.EPOCH; // its pages are the calls
        }
        boolean page = part instanceof RotaPart.TimeOffPage;
        Instant ofTenant = tenant.opensAt(page ? LEFT_OF_TENANT : 0, now);
        SlidingWindow team = teams.get(part.team());
        Instant ofTeam = team == null ? Instant.EPOCH : team.opensAt(page ? LEFT_OF_TEAM : 0, now);
        return ofTenant.isAfter(ofTeam) ? ofTenant : ofTeam;
    }

    @Override
    public void recordCall(RotaPart part, Instant now) {
        teams.values().removeIf(window -> !window.emptyAt(now).isAfter(now));
        tenant.add(now);
        teams.computeIfAbsent(part.team(), _ -> new SlidingWindow(mostPerTeam, WINDOW)).add(now);
    }

    @Override
    public Instant emptyAt(Instant now) {
        return tenant.emptyAt(now);
    }
}
