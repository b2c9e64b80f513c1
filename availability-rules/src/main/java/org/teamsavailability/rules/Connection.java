package org.teamsavailability.rules;

/** What is known of a service desk's Microsoft tenant before anything is asked. */
public enum Connection {
    /** No tenant is linked. */
    NOT_CONNECTED,
    /** Consent was never granted. */
    CONSENT_PENDING,
    /** Consent was granted before and is no more. */
    CONSENT_REVOKED,
    /** Teams may be asked. */
    GRANTED
}
