package org.teamsavailability.simulator.signin;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Reply;

/**
 * An answer with an ID token, which a fault can flaw.
 *
 * @param as the answer with this flaw; null for none
 */
public record IdTokenAnswer(Function<@Nullable TokenDefect, Reply> as) implements Supplier<Reply> {
    @Override
    public Reply get() {
        return as.apply(null);
    }

    /** The same answer with an ID token that is wrong. */
    public Reply flawed(TokenDefect flaw) {
        return as.apply(flaw);
    }
}
