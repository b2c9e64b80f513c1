package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.schemas.NotBefore;

/**
 * Turns a defect while one request is decided into that request's INTERNAL_ERROR: nothing reaches
 * the framework, and the next request is not harmed.
 */
final class GuardedDispatches implements Dispatches {

    private static final Logger log = LoggerFactory.getLogger(GuardedDispatches.class);

    private final Dispatches guarded;

    GuardedDispatches(Dispatches guarded) {
        this.guarded = guarded;
    }

    @Override
    public void begin(List<NotBefore> known, Consumer<NotBefore> listener) {
        guarded.begin(known, listener);
    }

    @Override
    public boolean isAsking() {
        return guarded.isAsking();
    }

    @Override
    public Dispatch open(AcceptedRequest request, boolean expired, Instant now) {
        try {
            return new GuardedDispatch(request, guarded.open(request, expired, now));
        } catch (RuntimeException e) {
            report(e);
            return new FailedDispatch(request);
        }
    }

    @Override
    public AnsweredRequest failed(AcceptedRequest request, Instant now) {
        return guarded.failed(request, now);
    }

    private AnsweredRequest orFailed(
            AcceptedRequest request, Instant now, Supplier<AnsweredRequest> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            report(e);
            return failed(request, now);
        }
    }

    /** The kind of the defect and where it is; its message may hold what was read. */
    private static void report(RuntimeException defect) {
        var origin = defect.getStackTrace();
        log.atError()
                .addKeyValue("exception", defect.getClass().getName())
                .addKeyValue("at", origin.length == 0 ? "unknown" : origin[0].toString())
                .log("A request could not be decided; it is answered INTERNAL_ERROR");
    }

    private final class GuardedDispatch implements Dispatch {

        private final AcceptedRequest request;
        private Dispatch dispatch;

        GuardedDispatch(AcceptedRequest request, Dispatch dispatch) {
            this.request = request;
            this.dispatch = dispatch;
        }

        @Override
        public boolean needsTeams() {
            return dispatch.needsTeams();
        }

        /** A defect while asking leaves nothing to wait for. */
        @Override
        public CompletionStage<?> askTeams(Instant deadline) {
            try {
                return dispatch.askTeams(deadline);
            } catch (RuntimeException e) {
                report(e);
                dispatch = new FailedDispatch(request);
                return dispatch.askTeams(deadline);
            }
        }

        /** A defect while asking again leaves nothing to wait for either. */
        @Override
        public @Nullable CompletionStage<?> askAgain(Instant now, Instant by) {
            try {
                return dispatch.askAgain(now, by);
            } catch (RuntimeException e) {
                report(e);
                dispatch = new FailedDispatch(request);
                return null;
            }
        }

        @Override
        public AnsweredRequest overloaded(Instant now) {
            return orFailed(request, now, () -> dispatch.overloaded(now));
        }

        @Override
        public AnsweredRequest decide(Instant now) {
            return orFailed(request, now, () -> dispatch.decide(now));
        }
    }

    private final class FailedDispatch implements Dispatch {

        private final AcceptedRequest request;

        FailedDispatch(AcceptedRequest request) {
            this.request = request;
        }

        @Override
        public boolean needsTeams() {
            return false;
        }

        @Override
        public CompletionStage<?> askTeams(Instant deadline) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public @Nullable CompletionStage<?> askAgain(Instant now, Instant by) {
            return null;
        }

        @Override
        public AnsweredRequest overloaded(Instant now) {
            return failed(request, now);
        }

        @Override
        public AnsweredRequest decide(Instant now) {
            return failed(request, now);
        }
    }
}
