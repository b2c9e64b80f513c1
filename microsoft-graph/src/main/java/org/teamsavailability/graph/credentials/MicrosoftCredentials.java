package org.teamsavailability.graph.credentials;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.GraphSettings;

/** The credentials of all clouds, one set for everybody who asks for tokens. Any thread. */
public final class MicrosoftCredentials {

    private final Map<MicrosoftCloud, CloudCredentials> clouds =
            new EnumMap<>(MicrosoftCloud.class);
    private final Set<MicrosoftCloud> missing = ConcurrentHashMap.newKeySet();

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where a file holds none
     */
    public MicrosoftCredentials(GraphSettings settings, Clock clock) {
        settings.registrations()
                .forEach((cloud, registration) ->
                        clouds.put(
                                cloud,
                                new CloudCredentials(cloud, registration.credentials(), clock)));
    }

    /**
     * Those of this cloud.
     *
     * @throws GraphException where it has none
     */
    public CloudCredentials of(MicrosoftCloud cloud) {
        var credentials = clouds.get(cloud);
        if (credentials == null) {
            if (missing.add(cloud)) {
                new CredentialsLog(cloud).notConfigured();
            }
            throw new GraphException(
                    new OwnCredentialsRefused(null, null, OwnCredentialsRefused.NOT_CONFIGURED));
        }
        return credentials;
    }

    /** Reads what has changed. */
    public void check() {
        clouds.values().forEach(CloudCredentials::check);
    }

    /** Of each cloud that is configured, or was asked for. */
    public List<CredentialsReport> reports() {
        var reports = new ArrayList<CredentialsReport>();
        clouds.values().forEach(it -> reports.add(it.report()));
        missing.forEach(cloud -> reports.add(new CredentialsReport(cloud, List.of(), true, null)));
        return reports;
    }
}
