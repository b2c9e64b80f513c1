package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** A tenant's schedules, shifts and time off, one team and kind a call. */
record RotaReads(
        MicrosoftTenant tenant,
        GraphPort port,
        RotaCache cache,
        LongTimeOffReads longReads,
        GatewayMeters meters)
        implements Reads<RotaPart, RotaPage> {

    @Override
    public int mostPerCall() {
        return 1;
    }

    @Override
    public ReadKind kind(RotaPart part) {
        return switch (part) {
            case RotaPart.Schedule _ -> ReadKind.SCHEDULE;
            case RotaPart.Shifts _ -> ReadKind.SHIFTS;
            case RotaPart.TimeOff _, RotaPart.LongTimeOff _ -> ReadKind.TIME_OFF;
            case RotaPart.ManyPages _, RotaPart.TimeOffPage _ -> ReadKind.LONG_TIME_OFF;
        };
    }

    @Override
    public @Nullable Outcome<RotaPage> recall(RotaPart part, Instant now) {
        return cache.recall(tenant, part, now);
    }

    @Override
    public CompletionStage<Function<RotaPart, RotaPage>> call(List<RotaPart> parts) {
        RotaPart part = parts.getFirst();
        return read(part)
                .thenApply(Objects::requireNonNull)
                .thenApply(rows -> {
                    if (!isComposite(part)) {
                        meters.droppedRows(kind(part), rows.rows().dropped());
                    }
                    return _ -> rows;
                });
    }

    private CompletionStage<RotaPage> read(RotaPart part) {
        return switch (part) {
            case RotaPart.Schedule(var team) ->
                    port.scheduleProvisioned(tenant, team).thenApply(RotaReads::whereProvisioned);
            case RotaPart.Shifts(var team, var first, var last) ->
                    port.shifts(tenant, team, first, last).thenApply(RotaReads::whole);
            case RotaPart.TimeOff(var team, var first, var last) ->
                    port.timeOff(tenant, team, first, last).thenApply(RotaReads::whole);
            case RotaPart.LongTimeOff(var team) ->
                    port.timeOffPage(tenant, team, longReads.firstDay(), longReads.lastDay(), null);
            case RotaPart.ManyPages(var team) -> longReads.read(team);
            case RotaPart.TimeOffPage(var team, var first, var last, var link, _) ->
                    port.timeOffPage(tenant, team, first, last, link);
        };
    }

    private static RotaPage whole(RotaRows rows) {
        return new RotaPage(Objects.requireNonNull(rows), null);
    }

    private static RotaPage whereProvisioned(boolean provisioned) {
        if (!provisioned) {
            throw new GraphException(new GraphFailure.NotProvisioned(null, null));
        }
        return whole(RotaRows.of(List.of()));
    }

    @Override
    public void remember(RotaPart part, RotaPage spans, Instant readAt) {
        cache.remember(tenant, part, new Outcome.Read<>(spans, readAt));
    }

    @Override
    public UUID team(RotaPart part) {
        return part.team();
    }

    @Override
    public boolean isComposite(RotaPart part) {
        return part instanceof RotaPart.ManyPages;
    }

    @Override
    public @Nullable RotaPart refresh(RotaPart part, Outcome<RotaPage> remembered, Instant now) {
        return part instanceof RotaPart.LongTimeOff(UUID team) && cache.isStale(remembered, now)
                ? new RotaPart.ManyPages(team)
                : null;
    }

    @Override
    public boolean isSlow(RotaPart part, Instant now) {
        return cache.isSlow(tenant, part.team(), now);
    }

    @Override
    public void rememberSlow(RotaPart part, Instant at) {
        cache.rememberSlow(tenant, part.team(), at);
    }

    @Override
    public void rememberFailure(RotaPart part, GraphFailure failure, Instant at) {
        if (failure instanceof GraphFailure.NotProvisioned) {
            // Also where shifts or time off say so: the schedule went away since it was read.
            cache.rememberAbsence(tenant, part.team(), failure, at);
        }
    }

    @Override
    public CircuitBreakers<RotaPart> breakers() {
        return cache.breakers(tenant);
    }

    @Override
    public @Nullable Endpoint<RotaPart> endpoint() {
        return null;
    }

    @Override
    public @Nullable RotaPage refused(RotaPart part, Instant at) {
        return null;
    }
}
