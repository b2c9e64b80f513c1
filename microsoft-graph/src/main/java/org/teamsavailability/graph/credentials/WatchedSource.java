package org.teamsavailability.graph.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;

/**
 * A source that is read again and again, by one thread at a time. The whole content decides whether
 * it changed, not the time of the file: a copy may keep its time, and a mounted secret changes by a
 * link. Any thread.
 */
final class WatchedSource {

    static final Duration READ_EVERY = Duration.ofSeconds(30);

    private final CredentialSource source;
    private final CredentialsLog log;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Instant nextRead;
    private volatile @Nullable String problem;

    WatchedSource(CredentialSource source, CredentialsLog log, Clock clock) {
        this.source = source;
        this.log = log;
        this.clock = clock;
        this.nextRead = clock.instant().plus(READ_EVERY);
    }

    /**
     * What it holds at the start. Certificates that have expired are taken then: answers without
     * Teams are better than none.
     *
     * @throws IllegalArgumentException where it holds no credential
     */
    List<ClientCredential> first() {
        return source.read();
    }

    boolean isDue() {
        return !clock.instant().isBefore(nextRead);
    }

    /** Why what it holds now cannot be used; null where it can be. */
    @Nullable String problem() {
        return problem;
    }

    /** What it holds now; null where that cannot be used, or another thread is reading it. */
    @Nullable List<ClientCredential> read(List<ClientCredential> inUse) {
        if (!reading.tryLock()) {
            return null;
        }
        try {
            var read = source.read();
            if (hasExpired(read) && !hasExpired(inUse)) {
                return unusable(
                        "All certificates of the file have expired: give one that has not.");
            }
            problem = null;
            return read;
        } catch (IllegalArgumentException e) {
            return unusable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Without its message, which may quote what was read.
            return unusable("The file cannot be read: " + e.getClass().getName());
        } finally {
            nextRead = clock.instant().plus(READ_EVERY);
            reading.unlock();
        }
    }

    private @Nullable List<ClientCredential> unusable(String what) {
        if (!what.equals(problem)) {
            log.unusable(what);
        }
        problem = what;
        return null;
    }

    /** The day behind a secret is what somebody wrote there; a certificate's own is the truth. */
    private boolean hasExpired(List<ClientCredential> credentials) {
        var now = clock.instant();
        return credentials.stream()
                .allMatch(it ->
                        switch (it) {
                            case ClientCredential.Secret _ -> false;
                            case ClientCredential.Certificate own -> own.expires().isBefore(now);
                        });
    }
}
