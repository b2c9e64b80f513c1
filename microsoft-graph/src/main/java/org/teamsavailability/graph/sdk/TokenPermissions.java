package org.teamsavailability.graph.sdk;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.tokens.AppTokens;

/** {@link GrantedPermissions} as the tenants' tokens say. */
final class TokenPermissions implements GrantedPermissions {

    private final AppTokens tokens;
    private final CallThreads threads;

    TokenPermissions(AppTokens tokens, CallThreads threads) {
        this.tokens = tokens;
        this.threads = threads;
    }

    @Override
    public CompletionStage<Set<GraphPermission>> inUse(MicrosoftTenant tenant) {
        return threads.run(_ -> tokens.current(tenant).permissions());
    }

    @Override
    public CompletionStage<Set<GraphPermission>> ofNewToken(MicrosoftTenant tenant) {
        return threads.run(_ -> tokens.insteadOf(tokens.current(tenant), tenant).permissions());
    }
}
