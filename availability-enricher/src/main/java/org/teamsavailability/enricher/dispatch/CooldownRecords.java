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
    static NotBefore of(Cooldown cooldown) {
        var floor = cooldown.notBefore().truncatedTo(ChronoUnit.MILLIS);
        return NotBefore.newBuilder()
                .setCloud(cooldown.tenant().cloud().name())
                .setMicrosoftTenantId(cooldown.tenant().id().toString())
                .setWorkload(cooldown.workload().name())
                .setTeamId(cooldown.team() == null ? null : cooldown.team().toString())
                .setNotBefore(floor.equals(cooldown.notBefore()) ? floor : floor.plusMillis(1))
                .setThrottled(cooldown.throttled())
                .setGraphStatus(cooldown.status())
                .build();
    }

    /** Null where a later release wrote something that this one does not know. */
    static @Nullable Cooldown read(NotBefore stored) {
        try {
            return known(stored);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Cooldown known(NotBefore stored) {
        return new Cooldown(
                new MicrosoftTenant(
                        MicrosoftCloud.valueOf(stored.getCloud()),
                        UUID.fromString(stored.getMicrosoftTenantId())),
                Cooldown.Workload.valueOf(stored.getWorkload()),
                stored.getTeamId() == null ? null : UUID.fromString(stored.getTeamId()),
                stored.getNotBefore(),
                stored.getThrottled(),
                stored.getGraphStatus());
    }
}
