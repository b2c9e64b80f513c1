package org.teamsavailability.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one team's rota. */
public sealed interface RotaEvidence {

    /**
     * It was read: what is shared, of any technician, without drafts and without what is staged for
     * deletion.
     *
     * @param unusableShifts the technicians with a shift row that was dropped because it cannot be
     *     used
     * @param unusableTimeOff the technicians with a time-off row that was dropped because it cannot
     *     be used
     * @param missingTimeOff why time off that is long or far away was not read; null where all time
     *     off was
     * @param readAt when the last response was complete
     */
    record Read(
            List<Shift> shifts,
            List<TimeOff> timeOff,
            Set<String> unusableShifts,
            Set<String> unusableTimeOff,
            @Nullable ReadFailure missingTimeOff,
            Instant readAt)
            implements RotaEvidence {
        public Read {
            shifts = List.copyOf(shifts);
            timeOff = List.copyOf(timeOff);
            unusableShifts = Set.copyOf(unusableShifts);
            unusableTimeOff = Set.copyOf(unusableTimeOff);
        }

        /** Says nothing: rota data leaves the process only as a verdict. */
        @Override
        public String toString() {
            return "Read[redacted]";
        }
    }

    /** It could not be read. */
    record Unread(ReadFailure failure) implements RotaEvidence {}
}
