package org.teamsavailability.graph;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What a tenant's administrator has granted, as its application token says. For diagnosis only: a
 * token can be issued without any permission, and keeps for up to an hour what was revoked since;
 * what counts is the {@link GraphFailure.PermissionMissing} of a read. A stage that fails, fails
 * with a {@link GraphException}.
 */
public interface GrantedPermissions {

    /** The permissions in the token in use; others than the four are left out. */
    CompletionStage<Set<GraphPermission>> inUse(MicrosoftTenant tenant);

    /** The same, of a new token, which is used from then on: after a consent, for instance. */
    CompletionStage<Set<GraphPermission>> ofNewToken(MicrosoftTenant tenant);
}
