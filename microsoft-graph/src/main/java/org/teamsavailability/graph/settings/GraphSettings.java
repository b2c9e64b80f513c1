package org.teamsavailability.graph.settings;

import java.util.EnumMap;
import java.util.Map;
import org.teamsavailability.graph.MicrosoftCloud;

/**
 * All that the way to Microsoft Graph needs to know.
 *
 * @param registrations by cloud; reads of a cloud without one fail as our own credentials' fault
 * @param timeouts how long Microsoft may take
 * @param bounds how much is asked at once
 */
public record GraphSettings(
        Map<MicrosoftCloud, AppRegistration> registrations, Timeouts timeouts, Bounds bounds) {

    public GraphSettings {
        if (registrations.isEmpty()) {
            throw new IllegalArgumentException(
                    "No cloud has an app registration: give a client id and a credential for one"
                            + " cloud at least.");
        }
        registrations = Map.copyOf(new EnumMap<>(registrations));
    }

    /** With {@link Timeouts#DEFAULT} and {@link Bounds#DEFAULT}. */
    public GraphSettings(Map<MicrosoftCloud, AppRegistration> registrations) {
        this(registrations, Timeouts.DEFAULT, Bounds.DEFAULT);
    }
}
