package org.teamsavailability.enricher.teams.batching;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one call reads of a team's rota; the days are UTC, both included. */
sealed interface RotaPart {

    UUID team();

    /** Whether the team has a usable schedule: it brings no span, its success is all it says. */
    record Schedule(UUID team) implements RotaPart {}

    record Shifts(UUID team, LocalDate firstDay, LocalDate lastDay) implements RotaPart {}

    record TimeOff(UUID team, LocalDate firstDay, LocalDate lastDay) implements RotaPart {}

    /** Time off far around today: all of it where one page holds it. */
    record LongTimeOff(UUID team) implements RotaPart {}

    /** The same where there are more pages, which takes as many calls. */
    record ManyPages(UUID team) implements RotaPart {}

    /**
     * One of these pages.
     *
     * @param link where the page is, as the server wrote it; null for the first
     * @param number of the page, from 0
     */
    record TimeOffPage(
            UUID team, LocalDate firstDay, LocalDate lastDay, @Nullable String link, int number)
            implements RotaPart {}
}
