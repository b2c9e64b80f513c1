package org.teamsavailability.mapping.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a tenant is connected.
 *
 * @param requireAdministrator whether only somebody whose sign-in shows Global Administrator or
 *     Privileged Role Administrator may connect their tenant; without it every member of a tenant
 *     that consented may
 * @param continueUrl where "Continue setup" leads, http or https; where not set, this service's
 *     page of the next steps
 */
@ConfigurationProperties("teams-availability.consent")
public record ConsentSettings(
        @DefaultValue("true") boolean requireAdministrator, @Nullable URI continueUrl) {

    public ConsentSettings {
        if (continueUrl != null
                && (continueUrl.getHost() == null
                        || !String.valueOf(continueUrl.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "teams-availability.consent.continue-url is \"%s\", but must be as https://teams.example.com/integrations"
                            .formatted(continueUrl));
        }
    }
}
