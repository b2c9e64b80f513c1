package org.teamsavailability.rules;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.text.MessageKey;

/**
 * One reason why Teams, or a part of it, was not used.
 *
 * @param signal what is missing because of it
 * @param message what is enabled, what stood in the way and what dispatch used instead
 * @param remedy what to do, and where
 * @param graphStatus the HTTP status Microsoft answered with, 100 to 599
 * @param graphRequestId Microsoft's {@code request-id}, for a support case
 * @param affectedCandidates how many lack a signal because of it; all, for a final reason
 * @param messageKey what the message says, for programs
 * @param remedyKey what the remedy says, for programs, with the parameters of the message
 */
public record Fallback(
        Reason reason,
        Signal signal,
        String message,
        String remedy,
        @Nullable Integer graphStatus,
        @Nullable String graphRequestId,
        int affectedCandidates,
        MessageKey messageKey,
        String remedyKey) {}
