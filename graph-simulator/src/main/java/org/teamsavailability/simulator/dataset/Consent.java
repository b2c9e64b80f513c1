package org.teamsavailability.simulator.dataset;

/** What became of the tenant's consent to the application. */
public enum Consent {
    /** Given: tokens are issued, with the tenant's permissions as roles. */
    GRANTED(0),
    /** Never given: AADSTS700016. */
    NEVER(700016),
    /** Revoked, so the service principal is gone: AADSTS7000229. */
    REVOKED(7000229),
    /** The tenant disabled the application: AADSTS7000112. */
    DISABLED(7000112),
    /** Not consented to what is asked for: AADSTS65001. */
    NOT_CONSENTED(65001),
    /** The registration lists no permission: AADSTS650056. */
    MISCONFIGURED(650056),
    /** Tenant restrictions deny access: AADSTS500021. */
    RESTRICTED(500021),
    /** Given, but the tenant is throttled: AADSTS90055. */
    THROTTLED(90055);

    private final int aadsts;

    Consent(int aadsts) {
        this.aadsts = aadsts;
    }

    /** The number of the login endpoint's error; 0 for none. */
    public int aadsts() {
        return aadsts;
    }
}
