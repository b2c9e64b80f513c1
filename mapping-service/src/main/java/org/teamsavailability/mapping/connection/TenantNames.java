package org.teamsavailability.mapping.connection;

import java.time.Duration;
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
    @Nullable Organization of(MicrosoftTenant tenant) throws InterruptedException {
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
