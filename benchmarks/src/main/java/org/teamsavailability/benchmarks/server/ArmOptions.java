package org.teamsavailability.benchmarks.server;

import java.time.Duration;
import java.util.List;

/**
 * What is set for an arm other than its usual settings.
 *
 * @param presenceAge how old a presence may be to be used again; 0 s to 1 min, usually 5 s. It
 *     holds for the arms with our gateway; the others use nothing twice.
 * @param askedWithin how long ago a request may have asked for an account that a call reads along;
 *     usually 5 s
 */
public record ArmOptions(Duration presenceAge, Duration askedWithin) {

    private static final Duration USUAL_ASKED_WITHIN = Duration.ofSeconds(5);

    public static final ArmOptions USUAL = new ArmOptions(Duration.ofSeconds(5));

    /** Nothing is used twice. */
    public static final ArmOptions NOTHING_CACHED = new ArmOptions(Duration.ZERO);

    /** With the usual {@link #askedWithin}. */
    public ArmOptions(Duration presenceAge) {
        this(presenceAge, USUAL_ASKED_WITHIN);
    }

    /** The same with another {@link #askedWithin}. */
    public ArmOptions askedWithin(Duration other) {
        return new ArmOptions(presenceAge, other);
    }

    List<String> arguments() {
        return List.of(
                "--teams-availability.teams.presence-age=%dms".formatted(presenceAge.toMillis()),
                "--teams-availability.teams.fill-asked-within=%dms"
                        .formatted(askedWithin.toMillis()));
    }
}
