package org.teamsavailability.operations.console;

/** What a command ends with. */
public final class ExitCodes {

    /** It did what it was asked to. */
    public static final int DONE = 0;

    /** It failed, or found what it was to look for: no answer, a difference. */
    public static final int FAILED = 1;

    /** It was asked for in a wrong way. */
    public static final int WRONG_ARGUMENTS = 2;

    private ExitCodes() {}
}
