package org.teamsavailability.simulator.exchange;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.journal.Call;

/**
 * An exchange that an endpoint understood.
 *
 * @param tenant whose; null where the request does not say so
 * @param call its kind
 * @param team the team it is about; null where it is about none
 * @param ids the account ids it asks about
 * @param charge what it costs of the directory's allowance; null where it costs nothing
 * @param answer works out the answer, where nothing else happens to the call
 */
public record RecognizedCall(
        @Nullable UUID tenant,
        Call call,
        @Nullable UUID team,
        List<UUID> ids,
        @Nullable Charge charge,
        Supplier<Reply> answer) {

    /** One that costs nothing. */
    public RecognizedCall(
            @Nullable UUID tenant,
            Call call,
            @Nullable UUID team,
            List<UUID> ids,
            Supplier<Reply> answer) {
        this(tenant, call, team, ids, null, answer);
    }
}
