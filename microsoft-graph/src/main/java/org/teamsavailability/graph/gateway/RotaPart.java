package org.teamsavailability.graph.gateway;

import java.time.LocalDate;
import java.util.UUID;

/** What one call reads of a team's rota; the days are UTC, both included. */
sealed interface RotaPart {

    UUID team();

    /** Whether the team has a usable schedule: it brings no span, its success is all it says. */
    record Schedule(UUID team) implements RotaPart {}

    record Shifts(UUID team, LocalDate firstDay, LocalDate lastDay) implements RotaPart {}

    record TimeOff(UUID team, LocalDate firstDay, LocalDate lastDay) implements RotaPart {}
}
