package org.teamsavailability.graph.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;

/**
 * The credentials of one cloud. Their source is read again when one is needed, at most every half
 * minute, and by {@link #check}. Any thread.
 */
public final class CloudCredentials {

    static final Duration REFUSED_TRIED_EVERY = Duration.ofMinutes(10);

    /** A token call with one credential. */
    @FunctionalInterface
    public interface Attempt<T> {
        T with(ClientCredential credential) throws InterruptedException;
    }

    private final MicrosoftCloud cloud;
    private final WatchedSource source;
    private final Clock clock;
    private final CredentialsLog log;

    // Both are guarded by this.
    private CredentialRing ring;
    private boolean refused;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where the source holds none
     */
    CloudCredentials(MicrosoftCloud cloud, CredentialSource source, Clock clock) {
        this.cloud = cloud;
        this.clock = clock;
        this.log = new CredentialsLog(cloud);
        this.source = new WatchedSource(source, log, clock);
        this.ring = CredentialRing.of(this.source.first());
    }

    /**
     * Makes a token call with one after the other, until Microsoft does not refuse it as our own
     * fault.
     *
     * @throws GraphException as the call does; for missing credentials only if all are refused
     */
    public <T> T prove(Attempt<T> attempt) throws InterruptedException {
        if (source.isDue()) {
            check();
        }
        GraphException refusal = null;
        for (var credential : current().inOrder()) {
            try {
                return attempt.with(credential);
            } catch (GraphException e) {
                if (!(e.failure() instanceof OwnCredentialsRefused own)) {
                    throw e;
                }
                refused(credential, own.aadsts());
                refusal = e;
            }
        }
        if (refusal == null) {
            throw new IllegalStateException("There is no credential");
        }
        allRefused();
        throw refusal;
    }

    /**
     * Makes a token call with each that is untried, was refused a while ago, or is refused like all
     * others. Any failure but a refusal says nothing of it.
     */
    public void tryOut(Attempt<?> attempt) throws InterruptedException {
        var untried = untried();
        for (var credential : untried) {
            try {
                attempt.with(credential);
                accepted(credential);
            } catch (GraphException e) {
                if (e.failure() instanceof OwnCredentialsRefused own) {
                    refused(credential, own.aadsts());
                }
            }
        }
        if (!untried.isEmpty() && current().isRefused()) {
            allRefused();
        }
    }

    /** Reads the source, unless somebody does so now, and takes what has changed. */
    void check() {
        var read = source.read(current().read());
        if (read != null) {
            take(read);
        }
    }

    /** Microsoft took it, for a request's token: it is preferred from now on. */
    public synchronized void used(ClientCredential credential) {
        accepted(credential);
        ring = ring.preferring(credential);
    }

    synchronized CredentialsReport report() {
        return new CredentialsReport(cloud, ring.held(), refused, source.problem());
    }

    private synchronized CredentialRing current() {
        return ring;
    }

    private List<ClientCredential> untried() {
        var before = clock.instant().minus(REFUSED_TRIED_EVERY);
        var now = current();
        return now.held().stream()
                .filter(it -> now.isRefused() || it.isToBeTried(before))
                .map(HeldCredential::credential)
                .toList();
    }

    private synchronized void take(List<ClientCredential> read) {
        if (!read.equals(ring.read())) {
            ring = ring.replacedBy(read);
            log.replaced(read.size(), report().expires());
        }
    }

    /** Who is preferred stays. */
    private synchronized void accepted(ClientCredential credential) {
        ring = ring.told(credential, Standing.ACCEPTED, clock.instant());
        if (refused) {
            refused = false;
            log.acceptedAgain();
        }
    }

    private synchronized void refused(ClientCredential credential, int aadsts) {
        long before = ring.refusals();
        ring = ring.told(credential, Standing.REFUSED, clock.instant());
        if (before < ring.refusals()) {
            log.refused(aadsts);
        }
    }

    private synchronized void allRefused() {
        if (!refused) {
            refused = true;
            log.allRefused();
        }
    }
}
