package org.teamsavailability.benchmarks.server;

import java.time.Duration;
import java.util.List;

/**
 * What is set for an arm other than its usual settings.
 *
 * @param presenceAge how old a presence may be to be used again; 0 s to 1 min, usually 5 s. It
 *     holds for the arms with our gateway; the others use nothing twice.
 */
public record ArmOptions(Duration presenceAge) {

    public static final ArmOptions USUAL = new ArmOptions(Duration.ofSeconds(5));

    /** Nothing is used twice. */
    public static final ArmOptions NOTHING_CACHED = new ArmOptions(Duration.ZERO);

    List<String> arguments() {
        return List.of(
                "--teams-availability.teams.presence-age=%dms".formatted(presenceAge.toMillis()));
    }
}
