package org.teamsavailability.enricher.teams.batching;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The planning window of a request in UTC days, both included, and what has to be asked to see all
 * that overlaps it: Graph gives only what lies wholly within the days that are asked for.
 */
record RotaWindow(LocalDate firstDay, LocalDate lastDay) {

    // A shift lasts at most 24 hours. Source: Microsoft Graph, resource type shift.
    private static final int SHIFT_DAYS = 1;
    // Longer time off is found by the long read.
    private static final int TIME_OFF_DAYS = 62;

    RotaPart.Shifts shifts(UUID team) {
        return new RotaPart.Shifts(
                team, firstDay.minusDays(SHIFT_DAYS), lastDay.plusDays(SHIFT_DAYS));
    }

    RotaPart.TimeOff timeOff(UUID team) {
        return new RotaPart.TimeOff(
                team, firstDay.minusDays(TIME_OFF_DAYS), lastDay.plusDays(TIME_OFF_DAYS));
    }
}
