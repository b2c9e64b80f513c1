package org.teamsavailability.mapping.connection;

/** Another service desk has the tenant. */
public final class TenantTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TenantTakenException(Throwable cause) {
        super("Another service desk has the tenant", cause);
    }
}
