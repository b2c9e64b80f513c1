package org.teamsavailability.mapping.refusal;

/** Carries a refusal to the caller, without a stack trace: it is an outcome and no defect. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** What was refused, and why. */
    public Refusal refusal() {
        return refusal;
    }
}
