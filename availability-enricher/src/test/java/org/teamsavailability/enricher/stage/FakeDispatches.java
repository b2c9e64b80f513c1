package org.teamsavailability.enricher.stage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.NotBefore;

/** Dispatches whose futures a test completes by hand; the answer's run output says how it came. */
final class FakeDispatches implements Dispatches {

    private final Map<String, List<CompletableFuture<Void>>> asked = new LinkedHashMap<>();
    private final Map<String, Instant> deadlines = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> expired = new HashSet<>();
    private final Set<String> outdated = new HashSet<>();
    private final Map<String, Instant> askedAgainFor = new LinkedHashMap<>();
    private List<NotBefore> known = List.of();
    private Consumer<NotBefore> listener = _ -> {};
    private boolean asking;
    private @Nullable String defectIn;

    /** Requests with this id need nothing of Teams. */
    void needsNoTeams(String requestId) {
        settled.add(requestId);
    }

    /** What of this dispatch throws: open, ask, ask again or decide. */
    void defectIn(String step) {
        defectIn = step;
    }

    /** What was read for requests with this id is asked again, once. */
    void isOutdated(String requestId) {
        outdated.add(requestId);
    }

    /** For when it was asked again last. */
    Instant askedAgainFor(String requestId) {
        return requireNonNull(askedAgainFor.get(requestId));
    }

    /** Completes what was asked last for a request. */
    void complete(String requestId) {
        requireNonNull(asked.get(requestId)).getLast().complete(null);
    }

    /** Completes what was asked first for a request, long before it was asked again. */
    void completeFirst(String requestId) {
        requireNonNull(asked.get(requestId)).getFirst().complete(null);
    }

    List<String> askedInOrder() {
        return new ArrayList<>(asked.keySet());
    }

    void forgetWhatWasAsked() {
        asked.clear();
    }

    boolean wasExpired(String requestId) {
        return expired.contains(requestId);
    }

    Instant deadlineOf(String requestId) {
        return requireNonNull(deadlines.get(requestId));
    }

    @Override
    public void begin(List<NotBefore> knownCooldowns, Consumer<NotBefore> newListener) {
        known = knownCooldowns;
        listener = newListener;
    }

    @Override
    public boolean isAsking() {
        return asking;
    }

    /** Calls are out, though everything was answered. */
    void asking(boolean are) {
        asking = are;
    }

    /** Microsoft names a time before which it must not be called. */
    void close(NotBefore cooldown) {
        listener.accept(cooldown);
    }

    /** What the stage knew when it began. */
    List<NotBefore> known() {
        return known;
    }

    @Override
    public Dispatch open(AcceptedRequest accepted, boolean isExpired, Instant now) {
        breakIn("open");
        String id = accepted.request().getRequestId();
        if (isExpired) {
            expired.add(id);
        }
        return new FakeDispatch(accepted, !isExpired && !settled.contains(id));
    }

    @Override
    public AnsweredRequest failed(AcceptedRequest accepted, Instant now) {
        return answered(accepted, now, "failed");
    }

    private void breakIn(String step) {
        if (step.equals(defectIn)) {
            throw new IllegalStateException("a defect in " + step);
        }
    }

    private static AnsweredRequest answered(AcceptedRequest accepted, Instant now, String how) {
        DispatchRequested request = accepted.request();
        return new AnsweredRequest(
                accepted,
                CandidateAvailability.newBuilder()
                        .setRequestId(request.getRequestId())
                        .setServiceDeskId(request.getServiceDeskId())
                        .setTicketId(request.getTicketId())
                        .setDecidedAt(now)
                        .setSource(AvailabilitySource.TEAMS)
                        .setFallbacks(List.of())
                        .setCandidates(List.of())
                        .setInstructions(List.of())
                        .setNobodyAvailable(false)
                        .setRunOutput(how)
                        .setLate(false)
                        .build(),
                List.of());
    }

    private final class FakeDispatch implements Dispatch {

        private final AcceptedRequest accepted;
        private final boolean needsTeams;
        private @Nullable CompletableFuture<Void> future;

        FakeDispatch(AcceptedRequest accepted, boolean needsTeams) {
            this.accepted = accepted;
            this.needsTeams = needsTeams;
        }

        @Override
        public boolean needsTeams() {
            return needsTeams;
        }

        @Override
        public CompletionStage<?> askTeams(Instant deadline) {
            breakIn("ask");
            String id = accepted.request().getRequestId();
            future = new CompletableFuture<>();
            asked.computeIfAbsent(id, _ -> new ArrayList<>()).add(future);
            deadlines.put(id, deadline);
            return future;
        }

        @Override
        public @Nullable CompletionStage<?> askAgain(Instant now, Instant by) {
            breakIn("ask again");
            String id = accepted.request().getRequestId();
            if (!outdated.remove(id)) {
                return null;
            }
            askedAgainFor.put(id, by);
            future = new CompletableFuture<>();
            asked.computeIfAbsent(id, _ -> new ArrayList<>()).add(future);
            return future;
        }

        @Override
        public AnsweredRequest overloaded(Instant now) {
            return answered(accepted, now, "overloaded");
        }

        @Override
        public AnsweredRequest decide(Instant now) {
            breakIn("decide");
            if (future == null) {
                return answered(accepted, now, "without asking");
            }
            return answered(
                    accepted, now, future.isDone() ? "with outcomes" : "with what is known");
        }
    }
}
