package org.teamsavailability.service.credentials;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.credentials.OwnCredentials;

/**
 * Checks the credentials every half minute, whether or not anybody needs a token, so that a new
 * file is taken and a bad one is known within a minute. Owns its thread; ends with the service.
 */
final class CredentialsRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final OwnCredentials credentials;
    private final CredentialsMeters meters;
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("credentials-check").daemon().factory());

    CredentialsRounds(OwnCredentials credentials, CredentialsMeters meters) {
        this.credentials = credentials;
        this.meters = meters;
    }

    CredentialsRounds started() {
        var _ =
                executor.scheduleWithFixedDelay(
                        this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Whatever fails, the next round comes. */
    void round() {
        try {
            credentials.check();
            meters.showExpiry();
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("exception", e.getClass().getName())
                    .log("The credentials could not be checked");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
