package org.teamsavailability.mapping.connection.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.TenantDirectory;

/** The organisation behind a tenant's id, where it can be read within a few seconds. */
public final class TenantNames {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A page that is reloaded does not ask Microsoft again. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Cache<MicrosoftTenant, Optional<Organization>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1_000).build();

    private final TenantDirectory directory;
    private final ExecutorService threads;

    /**
     * @param threads for reads that may block
     */
    public TenantNames(TenantDirectory directory, ExecutorService threads) {
        this.directory = directory;
        this.threads = threads;
    }

    /** Null where it cannot be read: right after a consent, Microsoft often does not give it. */
    public @Nullable Organization of(MicrosoftTenant tenant) throws InterruptedException {
        var known = kept.getIfPresent(tenant);
        if (known == null) {
            known = Optional.ofNullable(read(tenant));
            kept.put(tenant, known);
        }
        return known.orElse(null);
    }

    private @Nullable Organization read(MicrosoftTenant tenant) throws InterruptedException {
        var read = threads.submit(() -> directory.organization(tenant));
        try {
            return read.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return null;
        } finally {
            read.cancel(true);
        }
    }
}
