package org.teamsavailability.enricher.tables;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.TechnicianMapping;

/**
 * What requests need of the rows of the mapping table, by key, so that a row is decoded once and
 * not for each request. The update of a row drops it. Any thread.
 */
public final class MappedAccounts implements RowChanges {

    /** About 200 bytes each. */
    private static final int MOST = 100_000;

    /**
     * A mapping.
     *
     * @param tenantId the tenant it leads into; null for whichever the connection names
     */
    record Mapped(@Nullable String tenantId, @Nullable UUID account) {

        static final Mapped NOWHERE = new Mapped(null, null);

        static Mapped of(@Nullable TechnicianMapping row) {
            return row == null
                    ? NOWHERE
                    : new Mapped(
                            row.getMicrosoftTenantId(), UUID.fromString(row.getMicrosoftUserId()));
        }
    }

    private final Cache<String, Mapped> known =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST).build();

    /**
     * The mapping under a key.
     *
     * @param row reads it from the table. An update of the same row waits for it, and drops what it
     *     found
     */
    Mapped of(String key, Function<String, @Nullable TechnicianMapping> row) {
        return known.asMap().computeIfAbsent(key, it -> Mapped.of(row.apply(it)));
    }

    @Override
    public void changed(String key) {
        known.asMap().remove(key);
    }

    @Override
    public void allChanged() {
        known.invalidateAll();
    }
}
