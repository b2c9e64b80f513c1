package org.teamsavailability.mapping.tenantcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.teamsavailability.graph.MicrosoftTenant;

/** Ids that nobody in the tenant has; the same ones each time, so that nothing is asked twice. */
final class Unknown {

    private Unknown() {}

    static UUID idIn(ConnectedTenant tenant) {
        return id(tenant.tenant(), 0);
    }

    /** One of many. */
    static UUID id(MicrosoftTenant tenant, int number) {
        return UUID.nameUUIDFromBytes(("nobody " + number + " of " + tenant.id()).getBytes(UTF_8));
    }
}
