package org.teamsavailability.simulator.control;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.dataset.Labels;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Effect.Body;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.fault.Faults;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Scope;
import org.teamsavailability.simulator.limit.RetryAfter;
import org.teamsavailability.simulator.signin.TokenDefect;

/** Reads a fault from a control request. */
final class FaultReader {
    private static final int MOST_BYTES = 100_000_000;
    private static final Map<String, Function<DataNode, Effect>> EFFECTS = effects();

    private FaultReader() {}

    static Fault read(DataNode request, Faults faults) {
        request.only(
                "tenant",
                "calls",
                "team",
                "times",
                "latency",
                "effect",
                "status",
                "body",
                "retryAfter",
                "aadsts",
                "flaw",
                "perByte",
                "bytes",
                "name",
                "value",
                "url");
        FaultSetting setting = faults.on(scope(request));
        Integer times = request.number("times", 1, Integer.MAX_VALUE);
        if (times != null) {
            setting = setting.times(times);
        }
        Function<DataNode, Effect> none = _ -> new Effect.None();
        Effect effect = request.choice("effect", none, EFFECTS).apply(request);
        return setting.after(requireNonNullElse(request.duration("latency"), Duration.ZERO))
                .set(effect);
    }

    private static Scope scope(DataNode request) {
        UUID tenant = "*".equals(request.text("tenant")) ? null : request.guid("tenant");
        Set<String> labels = request.texts("calls");
        if (labels == null || labels.isEmpty()) {
            throw request.bad(
                    "calls", "is missing", "a list of " + String.join(", ", Call.labels()));
        }
        Set<Call> calls = EnumSet.noneOf(Call.class);
        labels.forEach(label -> calls.add(Requests.call("calls", label)));
        return new Scope(tenant, calls, request.has("team") ? request.guid("team") : null);
    }

    private static Map<String, Function<DataNode, Effect>> effects() {
        Map<String, Function<DataNode, Effect>> effects = new LinkedHashMap<>();
        effects.put("none", _ -> new Effect.None());
        effects.put("status", FaultReader::status);
        effects.put("throttle", request -> new Effect.Throttle(retryAfter(request)));
        effects.put("claimsChallenge", _ -> new Effect.ClaimsChallenge());
        effects.put("loginError", r -> new Effect.LoginError(number(r, "aadsts", 1, 99_999_999)));
        effects.put("idToken", FaultReader::idToken);
        effects.put("hang", _ -> new Effect.Hang());
        effects.put("truncate", _ -> new Effect.Truncate());
        effects.put("trickle", FaultReader::trickle);
        effects.put("reset", _ -> new Effect.Reset());
        effects.put("malformed", _ -> new Effect.Malformed());
        effects.put("wrongTypes", _ -> new Effect.WrongTypes());
        effects.put("bare", _ -> new Effect.Bare());
        effects.put(
                "header",
                request -> new Effect.Header(request.required("name"), request.required("value")));
        effects.put("huge", request -> new Effect.Huge(number(request, "bytes", 1, MOST_BYTES)));
        effects.put("nextLink", request -> new Effect.NextLink(request.required("url")));
        return effects;
    }

    private static Effect status(DataNode request) {
        Body body = request.choice("body", Body.JSON, Labels.of(Body.values()));
        return new Effect.Status(number(request, "status", 400, 599), body);
    }

    private static Effect idToken(DataNode request) {
        request.required("flaw");
        return new Effect.IdToken(
                request.choice(
                        "flaw", TokenDefect.WRONG_SIGNATURE, Labels.of(TokenDefect.values())));
    }

    private static Effect trickle(DataNode request) {
        return new Effect.Trickle(
                requireNonNullElse(request.duration("perByte"), Duration.ofMillis(10)));
    }

    /**
     * {@code 10}, {@code 2.128} or {@code -1} seconds; {@code date+10} for a date; none: absent.
     */
    private static RetryAfter retryAfter(DataNode request) {
        String text = request.text("retryAfter");
        if (text == null) {
            return RetryAfter.absent();
        }
        if (text.matches("-?\\d{1,9}(\\.\\d{1,3})?")) {
            return RetryAfter.in(seconds(text));
        }
        if (text.matches("date[+-]\\d{1,9}")) {
            return RetryAfter.dateIn(seconds(text.substring("date".length())));
        }
        throw request.bad("retryAfter", "is '" + text + "'", "10, 2.128, -1, date+10, date-10");
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    }

    private static int number(DataNode request, String field, int least, int most) {
        @Nullable Integer number = request.number(field, least, most);
        if (number == null) {
            throw request.bad(field, "is missing", "a number from " + least + " to " + most);
        }
        return number;
    }
}
