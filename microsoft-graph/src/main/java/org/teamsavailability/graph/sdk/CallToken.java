package org.teamsavailability.graph.sdk;

import com.microsoft.kiota.RequestOption;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.tokens.AppToken;
import org.teamsavailability.graph.tokens.AppTokens;

/**
 * The token of one read: it travels with each of its requests, so that no tenant can meet another
 * tenant's token, and is replaced once at most. Owned by the read's thread.
 */
final class CallToken implements RequestOption {

    private final AppTokens tokens;
    private final MicrosoftTenant tenant;
    private AppToken token;
    private boolean replaced;

    CallToken(AppTokens tokens, MicrosoftTenant tenant) throws InterruptedException {
        this.tokens = tokens;
        this.tenant = tenant;
        this.token = tokens.current(tenant);
    }

    String value() {
        return token.value();
    }

    boolean isReplaceable() {
        return !replaced;
    }

    /** Whether a new token may have this permission, and this one has it not. */
    boolean mayLack(GraphPermission permission) {
        return !token.permissions().contains(permission) && tokens.isOutdated(token, tenant);
    }

    void replace() throws InterruptedException {
        replaced = true;
        token = tokens.insteadOf(token, tenant);
    }

    @Override
    @SuppressWarnings("unchecked") // The interface asks for Class<T> of the caller's T.
    public <T extends RequestOption> Class<T> getType() {
        return (Class<T>) CallToken.class;
    }

    @Override
    public String toString() {
        return "CallToken[redacted]";
    }
}
