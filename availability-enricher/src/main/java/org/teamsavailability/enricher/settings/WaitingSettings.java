package org.teamsavailability.enricher.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.enricher.stage.StageSettings;

/**
 * How requests wait for Teams; the bounds are those of {@link StageSettings}.
 *
 * @param slots how many requests of one partition may wait; one desk may hold a quarter while
 *     others wait, and for these there is a reserve of a quarter more where it held more
 * @param answerWithin how long a request without {@code respondBy} waits at most
 * @param longestWait how far ahead a {@code respondBy} is honoured
 * @param tick how often completions are looked at while requests wait
 * @param commitPause the shortest time between two commits asked for by one stream thread
 */
@ConfigurationProperties("teams-availability.stage")
public record WaitingSettings(
        @DefaultValue("2000") int slots,
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("30s") Duration longestWait,
        @DefaultValue("5ms") Duration tick,
        @DefaultValue("15ms") Duration commitPause) {

    public WaitingSettings {
        var _ = new StageSettings(slots, answerWithin, longestWait, tick, commitPause);
    }

    /** The same for the stage, which knows no Spring. */
    public StageSettings forStage() {
        return new StageSettings(slots, answerWithin, longestWait, tick, commitPause);
    }
}
