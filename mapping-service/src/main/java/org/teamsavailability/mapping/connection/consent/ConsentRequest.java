package org.teamsavailability.mapping.connection.consent;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What is known at a step of the consent flow.
 *
 * @param microsoftTenantId the tenant of the redirect; null at the first step, and proven only at
 *     the last
 * @param nonce for the sign-in; null at other steps
 * @param codeVerifier for the sign-in; null at other steps
 * @param requestedBy who asked for the consent page, as the audit names them
 * @param administratorId who signed in; null before the last step
 */
public record ConsentRequest(
        String serviceDeskId,
        FlowStep step,
        MicrosoftCloud cloud,
        @Nullable UUID microsoftTenantId,
        @Nullable String nonce,
        @Nullable String codeVerifier,
        String requestedBy,
        @Nullable UUID administratorId) {

    static ConsentRequest first(String serviceDeskId, MicrosoftCloud cloud, String requestedBy) {
        return new ConsentRequest(
                serviceDeskId, FlowStep.CONSENT, cloud, null, null, null, requestedBy, null);
    }

    ConsentRequest signIn(UUID tenant, String withNonce, String withVerifier) {
        return new ConsentRequest(
                serviceDeskId,
                FlowStep.SIGN_IN,
                cloud,
                tenant,
                withNonce,
                withVerifier,
                requestedBy,
                null);
    }

    ConsentRequest confirm(UUID administrator) {
        return new ConsentRequest(
                serviceDeskId,
                FlowStep.CONFIRM,
                cloud,
                microsoftTenantId,
                null,
                null,
                requestedBy,
                administrator);
    }

    /** The tenant, after the first step. */
    MicrosoftTenant tenant() {
        return new MicrosoftTenant(cloud, Objects.requireNonNull(microsoftTenantId));
    }

    /** Leaves nonce, verifier and person out. */
    @Override
    public String toString() {
        return "ConsentRequest[" + serviceDeskId + ", " + step + "]";
    }
}
