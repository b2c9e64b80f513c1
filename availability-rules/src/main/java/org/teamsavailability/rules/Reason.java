package org.teamsavailability.rules;

/** Why Teams was not used, or not for everything; in the order in which reasons are reported. */
public enum Reason {
    /** The workflow has Teams availability switched off. */
    TOGGLE_OFF(true),
    /** The request is not valid. */
    INVALID_REQUEST(true),
    /** The time to respond was over before anything could be asked. */
    EXPIRED(true),
    /** Instructions ignore every signal that the request wanted. */
    IGNORED_BY_INSTRUCTION(true),
    /** The service desk has no Microsoft tenant. */
    TEAMS_NOT_CONNECTED(true),
    /** Not one candidate is mapped to a Microsoft user. */
    NO_CANDIDATES_MAPPED(true),
    /** Consent was never granted. */
    CONSENT_PENDING(true),
    /** Consent was granted before and is refused now. */
    CONSENT_REVOKED(true),
    /** Too many requests in flight. */
    OVERLOADED(true),
    /** An internal defect while deciding; a failed read is never one. */
    INTERNAL_ERROR(true),
    /** The token lacks a permission. */
    PERMISSION_MISSING(false),
    /** No connection, an error of Microsoft's, or an unreadable answer. */
    TEAMS_UNREACHABLE(false),
    /** Microsoft, or our own budget, refused more calls. */
    TEAMS_THROTTLED(false),
    /** The deadline passed while waiting. */
    TEAMS_TIMEOUT(false),
    /** A rota team has no Shifts schedule. */
    ROTA_NOT_PROVISIONED(false),
    /** The national cloud has no Shifts. */
    SHIFTS_NOT_IN_THIS_CLOUD(false);

    private final boolean isFinal;

    Reason(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether it stands alone and answers for every signal; the others belong to a signal. */
    public boolean isFinal() {
        return isFinal;
    }

    /** Whether operations get a record: not for what the workflow itself asked for. */
    public boolean isForOperations() {
        return this != TOGGLE_OFF && this != IGNORED_BY_INSTRUCTION;
    }
}
