package org.teamsavailability.mapping.availability.messaging;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client of Kafka that is opened when it is first needed. Any thread. */
final class OpenedOnce<T> implements AutoCloseable {

    private final Supplier<T> open;
    private final Consumer<T> close;
    private @Nullable T opened;

    OpenedOnce(Supplier<T> open, Consumer<T> close) {
        this.open = open;
        this.close = close;
    }

    synchronized T get() {
        var client = opened;
        if (client == null) {
            client = open.get();
            opened = client;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            close.accept(opened);
        }
    }
}
