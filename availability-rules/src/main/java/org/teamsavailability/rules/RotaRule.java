package org.teamsavailability.rules;

import java.util.List;
import org.teamsavailability.rules.instruction.Policy;

/** From the rota to a verdict, and from that to a preference. */
final class RotaRule {

    private final RotaPicture rota;
    private final Span planningWindow;
    private final Policy policy;

    RotaRule(RotaPicture rota, Span planningWindow, Policy policy) {
        this.rota = rota;
        this.planningWindow = planningWindow;
        this.policy = policy;
    }

    /**
     * The first that applies. Nothing follows that a row could contradict that was not read:
     * OFF_ROTA needs all shifts, every finding but TIME_OFF all time off.
     */
    RotaVerdict verdict(String technicianId, Span slot) {
        List<Span> shifts = rota.shiftsOf(technicianId);
        if (rota.timeOffOf(technicianId).stream().anyMatch(off -> off.overlaps(slot))) {
            return RotaVerdict.TIME_OFF;
        }
        if (!rota.knowsTimeOffOf(technicianId)) {
            return RotaVerdict.NO_SIGNAL;
        }
        if (shifts.stream().anyMatch(shift -> shift.coversWhole(slot))) {
            return RotaVerdict.COVERS_SLOT;
        }
        if (shifts.stream().anyMatch(shift -> shift.covers(slot.start()))) {
            return RotaVerdict.COVERS_START_ONLY;
        }
        if (shifts.stream().anyMatch(shift -> shift.overlaps(planningWindow))) {
            return RotaVerdict.ON_SHIFT_OTHER_TIME;
        }
        return rota.knowsAllShiftsOf(technicianId) ? RotaVerdict.OFF_ROTA : RotaVerdict.NO_SIGNAL;
    }

    Preference preference(RotaVerdict verdict) {
        return switch (verdict) {
            case COVERS_SLOT -> Preference.PREFERRED;
            case TIME_OFF -> Preference.DEPRIORITIZED;
            case OFF_ROTA ->
                    policy.offRotaNeutral() ? Preference.NEUTRAL : Preference.DEPRIORITIZED;
            case COVERS_START_ONLY, ON_SHIFT_OTHER_TIME, NO_SIGNAL, UNMAPPED, NOT_CONSULTED ->
                    Preference.NEUTRAL;
        };
    }
}
