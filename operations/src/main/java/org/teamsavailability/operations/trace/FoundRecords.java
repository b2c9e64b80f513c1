package org.teamsavailability.operations.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;

/**
 * What the topics hold of one request id. Records are in the order of partition and offset.
 *
 * @param pending of the enricher's state: the requests that wait; null where it cannot be read
 * @param taken the offset of the first request that is not taken, by partition; null where the
 *     broker does not tell
 */
record FoundRecords(
        List<FoundRecord<DispatchRequested>> requests,
        @Nullable List<FoundRecord<PendingRequest>> pending,
        @Nullable Map<Integer, Long> taken,
        List<FoundRecord<CandidateAvailability>> answers,
        List<FoundRecord<FallbackReason>> fallbacks,
        List<DeadLetter> deadLetters) {}
