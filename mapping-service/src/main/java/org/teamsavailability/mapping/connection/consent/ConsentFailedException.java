package org.teamsavailability.mapping.connection.consent;

import org.jspecify.annotations.Nullable;

/** Ends a consent flow; nothing was linked. */
public final class ConsentFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConsentError refusal;
    private final String note;
    private final transient @Nullable Retry retry;

    /** Without a stack trace: a refusal is an outcome, not a defect. */
    ConsentFailedException(ConsentError refusal, String note, @Nullable Retry retry) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.note = note;
        this.retry = retry;
    }

    /** The same with a way to do the step again; null for none. */
    ConsentFailedException with(@Nullable Retry again) {
        return new ConsentFailedException(refusal, note, again);
    }

    public ConsentError refusal() {
        return refusal;
    }

    /** More about it for its page, never of a person; may be empty. */
    public String note() {
        return note;
    }

    /** How the step can be done again; null where a new consent page is needed. */
    public @Nullable Retry retry() {
        return retry;
    }
}
