package org.teamsavailability.rules;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.text.MessageKey;

/**
 * What Teams says of one candidate.
 *
 * @param blocked whether to skip the technician for this slot
 * @param explanation one sentence in verdicts, never a presence state
 * @param explanationKey what the explanation says, for programs
 * @param presenceAgeMillis 0 or more; null where none was read
 * @param rotaAgeMillis of the oldest rota evidence used, 0 or more; null where none was read
 */
public record Verdict(
        String technicianId,
        PresenceVerdict presence,
        RotaVerdict rota,
        boolean blocked,
        Preference preference,
        String explanation,
        MessageKey explanationKey,
        @Nullable Long presenceAgeMillis,
        @Nullable Long rotaAgeMillis) {}
