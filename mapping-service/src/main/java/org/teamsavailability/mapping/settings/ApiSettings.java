package org.teamsavailability.mapping.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service is reached.
 *
 * @param publicUrl where browsers reach this service, without a path; https, or http on the own
 *     machine, because browsers keep the cookie of the consent flow nowhere else; Microsoft sends
 *     administrators back there, so the app registration names it too
 * @param requestsPerMinute of one API key at one instance, 1 to 1,000,000
 */
@ConfigurationProperties("teams-availability.api")
public record ApiSettings(URI publicUrl, @DefaultValue("600") int requestsPerMinute) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ApiSettings {
        if (!isOrigin(publicUrl) || !isTrusted(publicUrl)) {
            throw new IllegalArgumentException(
                    "TEAMS_AVAILABILITY_PUBLIC_URL is \"%s\", but must be as https://teams.example.com, or http://localhost:8080 on the own machine"
                            .formatted(publicUrl));
        }
        between("requests-per-minute", requestsPerMinute, 1, 1_000_000);
    }

    private static boolean isOrigin(URI url) {
        return url.getHost() != null
                && url.getPath().matches("/?")
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static boolean isTrusted(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme())
                        && OWN_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT)));
    }

    private static void between(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "teams-availability.api.%s is %d, but must be %d to %d"
                            .formatted(name, value, low, high));
        }
    }
}
