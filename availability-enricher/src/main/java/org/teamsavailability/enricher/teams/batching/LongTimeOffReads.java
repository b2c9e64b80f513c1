package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/**
 * Reads all time off of a team that is long or far away, page by page with what the team's rate
 * limit leaves. It continues after the request that started it was answered.
 *
 * @param settings how far and how much is read
 * @param pages where each page is asked for
 */
record LongTimeOffReads(
        GatewaySettings.LongTimeOff settings,
        InstantSource clock,
        Consumer<WaiterGroup<RotaPart, RotaPage>> pages) {

    /** A read that takes longer is given up: 500 pages at two a second take five minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    LocalDate firstDay() {
        return today().minusDays(settings.days());
    }

    LocalDate lastDay() {
        return today().plusDays(settings.days());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    CompletionStage<RotaPage> read(UUID team) {
        Instant deadline = clock.instant().plus(LONGEST);
        var teamsRead = new OpenTeamsRead<UUID, RotaRows>(List.of(team), deadline);
        var group = new WaiterGroup<RotaPart, RotaPage>(teamsRead, Priority.NOW);
        group.add(new LongTimeOffWaiter(group, teamsRead, firstDay(), lastDay(), settings.pages()));
        pages.accept(group);
        return teamsRead.settled().thenApply(_ -> read(teamsRead.soFar().get(team)));
    }

    private static RotaPage read(@Nullable Outcome<RotaRows> outcome) {
        return switch (outcome) {
            case null -> throw new GraphException(new GraphFailure.TimedOut(null, null));
            case Outcome.Read<RotaRows>(var rows, _) -> new RotaPage(rows, null);
            case Outcome.Failed<RotaRows>(var failure) -> throw new GraphException(failure);
        };
    }
}
