package org.teamsavailability.graph;

import java.util.List;

/**
 * The shared rota of one team around the days that were asked for.
 *
 * @param shifts the shared shifts
 * @param timeOff the shared time off, without its reasons
 */
public record TeamRota(List<RotaSpan> shifts, List<RotaSpan> timeOff) {
    public TeamRota {
        shifts = List.copyOf(shifts);
        timeOff = List.copyOf(timeOff);
    }
}
