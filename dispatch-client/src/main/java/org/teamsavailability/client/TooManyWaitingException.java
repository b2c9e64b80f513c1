package org.teamsavailability.client;

/** As many requests wait for their answers as may. */
public final class TooManyWaitingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWaitingException(int most) {
        super(
                most
                        + " requests wait for their answers, which is the most that may: ask later,"
                        + " or raise maxWaiting");
    }
}
