package org.teamsavailability.simulator.fault;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.fault.Effect.Body;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Scope;
import org.teamsavailability.simulator.limit.RetryAfter;
import org.teamsavailability.simulator.signin.TokenDefect;

/** A fault in the making: its calls and its delay, then one effect, which sets it. */
public final class FaultSetting {
    private final Faults faults;
    private final Scope scope;
    private final Duration latency;
    private final @Nullable Long times;

    FaultSetting(Faults faults, Scope scope) {
        this(faults, scope, Duration.ZERO, null);
    }

    private FaultSetting(Faults faults, Scope scope, Duration latency, @Nullable Long times) {
        this.faults = faults;
        this.scope = scope;
        this.latency = latency;
        this.times = times;
    }

    /** For calls about this team only. */
    public FaultSetting team(UUID team) {
        return new FaultSetting(
                faults, new Scope(scope.tenant(), scope.calls(), team), latency, times);
    }

    /** For the next so many calls, at least 1. */
    public FaultSetting times(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("times is " + count + ", at least 1 allowed");
        }
        return new FaultSetting(faults, scope, latency, count);
    }

    /** After this delay, on top of the latency of all calls. */
    public FaultSetting after(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + ", not negative allowed");
        }
        return new FaultSetting(faults, scope, delay, times);
    }

    /** Slower by this much, and nothing else. */
    public Fault latency(Duration delay) {
        return after(delay).set(new Effect.None());
    }

    /** An error of this status, 400 to 599, with Microsoft's JSON. */
    public Fault status(int status) {
        return status(status, Body.JSON);
    }

    /** An error of this status, 400 to 599, with a body of this form. */
    public Fault status(int status, Body body) {
        return set(new Effect.Status(status, body));
    }

    /** 429. */
    public Fault throttle(RetryAfter retryAfter) {
        return set(new Effect.Throttle(retryAfter));
    }

    /** An error of the login endpoint, as 700016; for token and sign-in calls only. */
    public Fault aadsts(int number) {
        return set(new Effect.LoginError(number));
    }

    /**
     * The consent is revoked: AADSTS7000229; for token calls only. Tokens that exist stay valid.
     */
    public Fault consentRevoked() {
        return aadsts(7000229);
    }

    /** An ID token that is wrong; for sign-in calls only. */
    public Fault idToken(TokenDefect flaw) {
        return set(new Effect.IdToken(flaw));
    }

    /** No answer until the fault is cleared or the client goes. */
    public Fault hang() {
        return set(new Effect.Hang());
    }

    /** Any effect. */
    public Fault set(Effect effect) {
        if (effect instanceof Effect.LoginError
                && !Set.of(Call.TOKEN, Call.SIGN_IN).containsAll(scope.calls())) {
            throw new IllegalArgumentException(
                    "only token and signIn calls can fail with an AADSTS error, not "
                            + scope.calls());
        }
        if (effect instanceof Effect.IdToken && !scope.calls().equals(Set.of(Call.SIGN_IN))) {
            throw new IllegalArgumentException(
                    "only signIn calls are answered with an ID token, not " + scope.calls());
        }
        return faults.add(this, effect);
    }

    Scope scope() {
        return scope;
    }

    Duration latency() {
        return latency;
    }

    @Nullable Long times() {
        return times;
    }
}
