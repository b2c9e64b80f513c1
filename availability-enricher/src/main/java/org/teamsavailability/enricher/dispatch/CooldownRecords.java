package org.teamsavailability.enricher.dispatch;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.schemas.NotBefore;

/** Between what the gateway closes and the record that a restart finds. */
final class CooldownRecords {

    private CooldownRecords() {}

    /** Its time is rounded up to a millisecond: no call may be early. */
    static NotBefore of(Cooldown closing) {
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
    static @Nullable Cooldown read(NotBefore kept) {
        try {
            return known(kept);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Cooldown known(NotBefore kept) {
        return new Cooldown(
                new MicrosoftTenant(
                        MicrosoftCloud.valueOf(kept.getCloud()),
                        UUID.fromString(kept.getMicrosoftTenantId())),
                Cooldown.Workload.valueOf(kept.getWorkload()),
                kept.getTeamId() == null ? null : UUID.fromString(kept.getTeamId()),
                kept.getNotBefore(),
                kept.getThrottled(),
                kept.getGraphStatus());
    }
}
