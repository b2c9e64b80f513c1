package org.teamsavailability.localstack.command;

/** What the program ends with; {@code help.txt} says the same. */
final class ExitCodes {

    static final int ANSWERED = 0;
    static final int NO_ANSWER = 1;
    static final int WRONG_ANSWER = 1;
    static final int FAILED = 1;
    static final int WRONG_ARGUMENTS = 2;
    static final int NO_STACK = 3;

    private ExitCodes() {}
}
