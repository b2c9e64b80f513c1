package org.teamsavailability.graph.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.teamsavailability.graph.GraphFailure;

/** What it means that a call ended without a response. */
public final class BrokenCall {

    private BrokenCall() {}

    public static GraphFailure failure(IOException thrown) {
        return isTimeout(thrown)
                ? new GraphFailure.TimedOut(null, null)
                : new GraphFailure.Unreachable(null, null);
    }

    /**
     * Whether a time limit ended it. OkHttp fails so for the limits of connecting, reading and the
     * whole call, and also where its thread is interrupted, which is no sign of Microsoft's.
     */
    public static boolean isTimeout(IOException thrown) {
        return thrown instanceof InterruptedIOException && !Thread.currentThread().isInterrupted();
    }
}
