package org.teamsavailability.mapping.connection;

/** Ends a consent flow; nothing was linked. */
public final class FlowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FlowRefusal refusal;
    private final String note;

    /** Without a stack trace: a refusal is an outcome, not a defect. */
    FlowRefusedException(FlowRefusal refusal, String note) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.note = note;
    }

    public FlowRefusal refusal() {
        return refusal;
    }

    /** More about it for its page, never of a person; may be empty. */
    public String note() {
        return note;
    }
}
