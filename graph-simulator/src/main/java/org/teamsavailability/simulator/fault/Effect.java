package org.teamsavailability.simulator.fault;

import java.time.Duration;
import org.teamsavailability.simulator.limit.RetryAfter;
import org.teamsavailability.simulator.signin.TokenDefect;

/** What a fault does to a call. */
public sealed interface Effect {
    /** The form of an error's body. */
    enum Body {
        /** Microsoft's error JSON. */
        JSON,
        /** A page for people, as gateways send it. */
        HTML,
        /** None. */
        EMPTY
    }

    /** Nothing but the delay. */
    record None() implements Effect {}

    /** This status, 400 to 599, instead of the answer. */
    record Status(int status, Body body) implements Effect {
        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status is " + status + ", 400 to 599 allowed");
            }
        }
    }

    /** 429, which holds for all calls of the fault's scope. */
    record Throttle(RetryAfter retryAfter) implements Effect {}

    /** 401 with a challenge for claims, as continuous access evaluation sends it. */
    record ClaimsChallenge() implements Effect {}

    /** This error of the login endpoint; for token and sign-in calls only. */
    record LoginError(int aadsts) implements Effect {}

    /** An ID token that is wrong; for sign-in calls only. */
    record IdToken(TokenDefect flaw) implements Effect {}

    /** No answer before the fault is cleared; then the answer. */
    record Hang() implements Effect {}

    /** The connection ends in the middle of the answer's body. */
    record Truncate() implements Effect {}

    /** The answer comes byte by byte. */
    record Trickle(Duration perByte) implements Effect {}

    /** The connection is reset instead of an answer. */
    record Reset() implements Effect {}

    /** 200 with a body that is not JSON. */
    record Malformed() implements Effect {}

    /** 200 with JSON in which everything has the wrong type. */
    record WrongTypes() implements Effect {}

    /** 200 with a body of at least so many bytes. */
    record Huge(int bytes) implements Effect {}

    /** The answer without the header {@code request-id}. */
    record Bare() implements Effect {}

    /** The answer with this header. */
    record Header(String name, String value) implements Effect {}

    /** The answer with a link to this page added. */
    record NextLink(String url) implements Effect {}
}
