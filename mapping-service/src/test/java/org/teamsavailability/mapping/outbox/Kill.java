package org.teamsavailability.mapping.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that is killed at its n-th step, as seen by everything around it: from then on it calls
 * nothing, neither to go on nor to clean up. A step is the begin or the end of a call.
 */
final class Kill {

    private final int at;
    private final AtomicInteger steps = new AtomicInteger();

    /** What the killed process sees. */
    static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Kill(int at) {
        this.at = at;
    }

    static Kill atStep(int step) {
        return new Kill(step);
    }

    static Kill never() {
        return new Kill(Integer.MAX_VALUE);
    }

    boolean isDone() {
        return steps.get() >= at;
    }

    <T> T watch(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            step();
                            try {
                                var result = method.invoke(target, arguments);
                                step();
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        }));
    }

    private void step() {
        if (isDone() || steps.incrementAndGet() >= at) {
            throw new KilledException();
        }
    }
}
