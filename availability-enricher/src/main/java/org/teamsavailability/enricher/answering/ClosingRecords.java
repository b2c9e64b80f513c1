package org.teamsavailability.enricher.answering;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Closing;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.schemas.NotBefore;

/** Between what the gateway closes and the record that a restart finds. */
final class ClosingRecords {

    private ClosingRecords() {}

    /** Its time is rounded up to a millisecond: no call may be early. */
    static NotBefore of(Closing closing) {
        var floor = closing.notBefore().truncatedTo(ChronoUnit.MILLIS);
        return NotBefore.newBuilder()
                .setCloud(closing.tenant().cloud().name())
                .setMicrosoftTenantId(closing.tenant().id().toString())
                .setWorkload(closing.workload().name())
                .setTeamId(closing.team() == null ? null : closing.team().toString())
                .setNotBefore(floor.equals(closing.notBefore()) ? floor : floor.plusMillis(1))
                .setThrottled(closing.throttled())
                .setGraphStatus(closing.status())
                .build();
    }

    /** Null where a later release wrote something that this one does not know. */
    static @Nullable Closing read(NotBefore kept) {
        try {
            return known(kept);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Closing known(NotBefore kept) {
        return new Closing(
                new MicrosoftTenant(
                        MicrosoftCloud.valueOf(kept.getCloud()),
                        UUID.fromString(kept.getMicrosoftTenantId())),
                Closing.Workload.valueOf(kept.getWorkload()),
                kept.getTeamId() == null ? null : UUID.fromString(kept.getTeamId()),
                kept.getNotBefore(),
                kept.getThrottled(),
                kept.getGraphStatus());
    }
}
