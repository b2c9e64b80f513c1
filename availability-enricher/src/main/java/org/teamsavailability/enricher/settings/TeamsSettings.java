package org.teamsavailability.enricher.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;

/**
 * How Teams is asked; the bounds are those of {@link GatewaySettings}. An age limit of 0 means that
 * nothing is used twice. What gets older than its limit while its own request waits is read again
 * before the answer is decided; there a limit under a second counts as one.
 *
 * @param presenceAge how old a presence may be to be used
 * @param rotaAge how old shifts and time off may be to be used
 * @param scheduleAge how long it is remembered whether a team has a schedule
 * @param presenceCallsInFlight presence calls of one tenant in flight at once
 * @param scheduleCallsInFlight calls for schedules of one tenant in flight at once
 * @param longTimeOffDays how far before and after today time off is looked for
 * @param fillPresenceCalls whether a presence call that has room also reads accounts that were
 *     asked for lately and whose presence is past half of {@code presenceAge}; no call is made for
 *     it
 * @param fillAskedWithin how long ago a request may have asked for such an account; {@code
 *     presenceAge} where that is longer
 * @param longestRetryAfter a longer {@code Retry-After} of Microsoft's counts as this
 */
@ConfigurationProperties("teams-availability.teams")
public record TeamsSettings(
        @DefaultValue("5s") Duration presenceAge,
        @DefaultValue("60s") Duration rotaAge,
        @DefaultValue("10m") Duration scheduleAge,
        @DefaultValue("4") int presenceCallsInFlight,
        @DefaultValue("4") int scheduleCallsInFlight,
        @DefaultValue("1h") Duration longestRetryAfter,
        @DefaultValue("400") int longTimeOffDays,
        @DefaultValue("true") boolean fillPresenceCalls,
        @DefaultValue("5s") Duration fillAskedWithin) {

    /** The same for the gateway, which checks it. */
    public GatewaySettings forGateway() {
        var defaults = GatewaySettings.defaults();
        return new GatewaySettings(
                new GatewaySettings.Ages(
                        presenceAge, rotaAge, scheduleAge, defaults.ages().badId()),
                new GatewaySettings.Calls(
                        defaults.calls().presencePace(),
                        presenceCallsInFlight,
                        scheduleCallsInFlight,
                        defaults.calls().schedulesASecond(),
                        defaults.calls().schedulesATeamAndSecond(),
                        fillPresenceCalls,
                        fillAskedWithin),
                new GatewaySettings.Retries(
                        defaults.retries().attempts(),
                        defaults.retries().firstPause(),
                        defaults.retries().longestPause(),
                        longestRetryAfter),
                defaults.memory(),
                new GatewaySettings.LongTimeOff(
                        longTimeOffDays,
                        defaults.longTimeOff().pages(),
                        defaults.longTimeOff().age(),
                        defaults.longTimeOff().served()));
    }
}
