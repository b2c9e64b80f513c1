package org.teamsavailability.schemas.serde;

import com.microsoft.kiota.ApiException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** Which settings to look at where the registry does not let us in, or we do not believe it. */
final class WayIn {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private WayIn() {}

    /** By the status of its answer; empty where that is about something else. */
    static String after(int status) {
        return status == UNAUTHORIZED || status == FORBIDDEN
                ? ": check SCHEMA_REGISTRY_USER and SCHEMA_REGISTRY_PASSWORD, and what that user"
                        + " may do"
                : "";
    }

    /**
     * Where nothing says more.
     *
     * @param silent whether nobody answered; an answer that is not a registry's, such as a page in
     *     HTML, may be a proxy's that asks for a user: Apicurio's client does not say its status
     */
    static String elsewhere(boolean silent) {
        return silent
                ? ": start it, or correct SCHEMA_REGISTRY_URL"
                : ": check SCHEMA_REGISTRY_URL, SCHEMA_REGISTRY_USER and SCHEMA_REGISTRY_PASSWORD";
    }

    /** A registry that does not even take the connection may be at another address. */
    private static boolean isLate(Throwable failure) {
        return failure instanceof HttpTimeoutException
                && !(failure instanceof HttpConnectTimeoutException);
    }

    /** By one failure of a chain; empty where that is about something else. */
    static String after(Throwable failure) {
        if (failure instanceof ApiException answer) {
            return after(answer.getResponseStatusCode());
        }
        if (ConfluentAnswer.is(failure)) {
            return after(ConfluentAnswer.status(failure));
        }
        if (isLate(failure)) {
            return ": it did not answer in time; see whether it is overloaded";
        }
        return failure instanceof SSLException
                ? ": name its CA in SCHEMA_REGISTRY_CA, or correct" + " SCHEMA_REGISTRY_URL"
                : "";
    }
}
