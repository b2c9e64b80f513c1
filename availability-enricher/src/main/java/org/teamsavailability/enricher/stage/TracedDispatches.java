package org.teamsavailability.enricher.stage;

import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.NotBefore;

/**
 * Does what is done for a request within its span: what is asked of Teams becomes part of its
 * trace, and a log line carries its id.
 */
final class TracedDispatches implements Dispatches {

    private final Dispatches dispatches;

    TracedDispatches(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public void begin(List<NotBefore> known, Consumer<NotBefore> listener) {
        dispatches.begin(known, listener);
    }

    @Override
    public boolean isAsking() {
        return dispatches.isAsking();
    }

    @Override
    public Dispatch open(AcceptedRequest request, boolean expired, Instant now) {
        try (var _ = within(request).makeCurrent()) {
            return new TracedDispatch(request, dispatches.open(request, expired, now));
        }
    }

    @Override
    public AnsweredRequest failed(AcceptedRequest request, Instant now) {
        try (var _ = within(request).makeCurrent()) {
            return dispatches.failed(request, now);
        }
    }

    private static Context within(AcceptedRequest request) {
        return Context.root().with(request.span());
    }

    private record TracedDispatch(AcceptedRequest request, Dispatch dispatch) implements Dispatch {

        @Override
        public boolean needsTeams() {
            return dispatch.needsTeams();
        }

        @Override
        public CompletionStage<?> askTeams(Instant deadline) {
            try (var _ = within(request).makeCurrent()) {
                return dispatch.askTeams(deadline);
            }
        }

        @Override
        public @Nullable CompletionStage<?> askAgain(Instant now, Instant by) {
            try (var _ = within(request).makeCurrent()) {
                return dispatch.askAgain(now, by);
            }
        }

        @Override
        public AnsweredRequest overloaded(Instant now) {
            try (var _ = within(request).makeCurrent()) {
                return dispatch.overloaded(now);
            }
        }

        @Override
        public AnsweredRequest decide(Instant now) {
            try (var _ = within(request).makeCurrent()) {
                return dispatch.decide(now);
            }
        }
    }
}
