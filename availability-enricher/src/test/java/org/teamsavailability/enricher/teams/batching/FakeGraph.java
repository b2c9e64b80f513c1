package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RetryTime;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.RotaSpan;

/** A Graph whose calls stay out until a test answers them. */
final class FakeGraph implements GraphPort {

    /** A call that came, with the days where it asks for shifts or time off. */
    record Call<T>(
            ReadKind kind,
            MicrosoftTenant tenant,
            List<UUID> ids,
            List<LocalDate> days,
            Instant startedAt,
            CompletableFuture<T> reply) {

        void fail(GraphFailure failure) {
            reply.completeExceptionally(new GraphException(failure));
        }

        /** Fails with a response that says when to call again. */
        void fail(GraphFailure failure, Instant notBefore) {
            reply.completeExceptionally(
                    new GraphException(failure, new RetryTime(notBefore, false)));
        }

        boolean isOut() {
            return !reply.isDone();
        }
    }

    private final InstantSource clock;
    private final List<Call<?>> calls = Collections.synchronizedList(new ArrayList<>());
    private Consumer<Call<?>> onCall = _ -> {};
    private @Nullable Function<@Nullable String, RotaPage> longTimeOff;

    FakeGraph(InstantSource clock) {
        this.clock = clock;
    }

    /** Pages of long time off by their link, which come at once. */
    void longTimeOff(Function<@Nullable String, RotaPage> pages) {
        longTimeOff = pages;
    }

    void onCall(Consumer<Call<?>> reaction) {
        onCall = reaction;
    }

    List<Call<?>> calls() {
        return List.copyOf(calls);
    }

    List<Call<?>> calls(ReadKind kind) {
        return calls.stream().filter(call -> call.kind() == kind).<Call<?>>map(c -> c).toList();
    }

    List<Call<?>> out() {
        return calls.stream().filter(Call::isOut).<Call<?>>map(call -> call).toList();
    }

    Call<?> last() {
        return calls.getLast();
    }

    /** Answers with a signal that tells the account and the moment. */
    @SuppressWarnings("unchecked")
    void answer(Call<?> call) {
        switch (call.kind()) {
            case PRESENCE -> {
                Map<UUID, PresenceSignal> presences = new HashMap<>();
                call.ids().forEach(id -> presences.put(id, signal(id)));
                ((Call<Map<UUID, PresenceSignal>>) call).reply().complete(presences);
            }
            case SCHEDULE -> ((Call<Boolean>) call).reply().complete(true);
            case SHIFTS, TIME_OFF, LONG_TIME_OFF ->
                    ((Call<RotaRows>) call)
                            .reply()
                            .complete(
                                    RotaRows.of(
                                            List.of(
                                                    span(
                                                            call.ids().getFirst(),
                                                            call.startedAt()))));
        }
    }

    @SuppressWarnings("unchecked")
    void answerPresences(Call<?> call, Map<UUID, PresenceSignal> presences) {
        ((Call<Map<UUID, PresenceSignal>>) call).reply().complete(presences);
    }

    void answerAll() {
        out().forEach(this::answer);
    }

    PresenceSignal signal(UUID account) {
        return new PresenceSignal(account + "@" + clock.instant(), null, false);
    }

    static RotaSpan span(UUID account, Instant start) {
        return new RotaSpan(account, start, start.plusSeconds(3600));
    }

    @Override
    public CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts) {
        return call(ReadKind.PRESENCE, tenant, List.copyOf(accounts), List.of());
    }

    @Override
    public CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team) {
        return call(ReadKind.SCHEDULE, tenant, List.of(team), List.of());
    }

    @Override
    public CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        return call(ReadKind.SHIFTS, tenant, List.of(team), List.of(firstDay, lastDay));
    }

    @Override
    public CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        return call(ReadKind.TIME_OFF, tenant, List.of(team), List.of(firstDay, lastDay));
    }

    @Override
    public CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link) {
        List<LocalDate> days = List.of(firstDay, lastDay);
        if (longTimeOff != null) {
            return CompletableFuture.completedFuture(longTimeOff.apply(link));
        }
        return this.<RotaRows>call(ReadKind.TIME_OFF, tenant, List.of(team), days)
                .thenApply(rows -> new RotaPage(rows, null));
    }

    private <T> CompletionStage<T> call(
            ReadKind kind, MicrosoftTenant tenant, List<UUID> ids, List<LocalDate> days) {
        Call<T> call =
                new Call<>(kind, tenant, ids, days, clock.instant(), new CompletableFuture<>());
        calls.add(call);
        onCall.accept(call);
        return call.reply();
    }
}
