package org.teamsavailability.graph.sdk;

import java.time.LocalDate;

/** The property that employees see of a shift or time off; the draft next to it never counts. */
enum SharedSpan {
    SHIFT("sharedShift"),
    TIME_OFF("sharedTimeOff");

    private final String property;

    SharedSpan(String property) {
        this.property = property;
    }

    String property() {
        return property;
    }

    /**
     * The one documented form of the filter, which may name no property twice: wholly within these
     * UTC days. Source: Microsoft Graph, "List shifts".
     */
    String within(LocalDate firstDay, LocalDate lastDay) {
        return "%1$s/startDateTime ge %2$sT00:00:00.000Z and %1$s/endDateTime le %3$sT00:00:00.000Z"
                .formatted(property, firstDay, lastDay.plusDays(1));
    }
}
