package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure.Refused;

/**
 * Finds the keys that make Graph refuse a call, or concludes that it refuses all.
 *
 * <p>A refused call is halved, depth first from both ends, until any key of the tenant is answered:
 * then the endpoint works. Until then the rest of what was refused is parked. Where both ends are
 * refused alone, a probe asks for the known-good key: the one that was answered last. Once the
 * endpoint works, all that was parked is asked again, and a key that is then refused alone is
 * invalid. Where the probe is refused too, the endpoint refuses: every waiter fails, no key is
 * invalid, and the tenant's next call starts with one key.
 *
 * <p>Touched only in the executor of its queue.
 */
final class RefusalSearch<K, R> {

    private final Reads<K, R> reads;
    private final SendQueue<K, R> sendQueue;
    private final OpenReads<K, R> openReads;
    private final Waiters<K, R> waiters;
    private final CircuitBreakers<K> breakers;
    private final @Nullable Endpoint<K> endpoint;
    private final RefusingEndpoint<K, R> refusing;
    private final ParkedReads<K, R> parked = new ParkedReads<>();
    private final Set<K> refusedAlone = new HashSet<>();

    /** The last refusal while nobody has been answered since; null where that is not searched. */
    private @Nullable Refused unresolved;

    private Instant unresolvedSince = Instant.EPOCH;
    private Instant answeredSince = Instant.EPOCH;
    private Instant concludedAt = Instant.EPOCH;
    private @Nullable SharedRead<K, R> probe;
    private int suspectsOut;

    RefusalSearch(
            Reads<K, R> reads,
            CircuitBreakers<K> breakers,
            SendQueue<K, R> sendQueue,
            OpenReads<K, R> openReads,
            Waiters<K, R> waiters,
            RefusingEndpoint<K, R> refusing) {
        this.reads = reads;
        this.sendQueue = sendQueue;
        this.openReads = openReads;
        this.waiters = waiters;
        this.refusing = refusing;
        this.breakers = breakers;
        this.endpoint = reads.endpoint();
    }

    void started(Batch<K, R> batch) {
        suspectsOut += batch.suspect() ? 1 : 0;
    }

    void returned(Batch<K, R> batch) {
        suspectsOut -= batch.suspect() ? 1 : 0;
    }

    /** A call that started at this moment was answered. */
    void answered(Instant startedAt) {
        if (startedAt.isAfter(answeredSince)) {
            answeredSince = startedAt;
        }
        if (endpoint != null && !startedAt.isBefore(concludedAt)) {
            endpoint.answers();
        }
        if (unresolved != null && !startedAt.isBefore(unresolvedSince)) {
            parked.sendAgain(sendQueue);
            forgetSearch();
        }
    }

    void refused(Batch<K, R> batch, Refused refused, Instant at, Instant now) {
        if (endpoint == null) {
            batch.sharedReads().forEach(sharedRead -> waiters.fail(sharedRead, refused, at));
            return;
        }
        if (batch.size() == 1) {
            endpoint.askOthersFirst(batch.keys().getFirst());
        }
        Instant since = batch.refusedAt() == null ? at : batch.refusedAt();
        Batch<K, R> kept =
                new Batch<>(batch.sharedReads().stream().filter(openReads::keep).toList(), since);
        kept.sharedReads().forEach(sharedRead -> waiters.note(sharedRead, refused));
        if (unresolved == null && refusing.isProbing(batch.keys().getFirst())) {
            parked.add(kept);
            endSearch(endpoint, refused, batch, now);
        } else if (unresolved == null && batch.suspect() && !answeredSince.isBefore(since)) {
            narrow(batch, kept, at, now);
        } else if (unresolved == null && wasOutWhenConcluded(batch)) {
            kept.sharedReads().forEach(sharedRead -> waiters.fail(sharedRead, refused, at));
        } else {
            search(batch, kept, refused, at);
        }
    }

    /** The endpoint answers others: the search ends at each key that is refused alone. */
    private void narrow(Batch<K, R> batch, Batch<K, R> kept, Instant at, Instant now) {
        if (batch.size() > 1) {
            sendQueue.halve(kept);
        } else if (!kept.isEmpty()) {
            SharedRead<K, R> alone = kept.sharedReads().getFirst();
            R instead = reads.refused(alone.key(), at);
            if (instead != null) {
                waiters.answer(alone, instead, at, now);
            }
        }
    }

    /** Nobody has been answered yet: both halves of the first call, then the first half of each. */
    private void search(Batch<K, R> batch, Batch<K, R> kept, Refused refused, Instant at) {
        boolean begins = unresolved == null;
        unresolved = refused;
        refusing.searching(true);
        if (begins) {
            unresolvedSince = at;
        }
        if (batch.size() == 1) {
            refusedAlone.add(batch.keys().getFirst());
            parked.add(kept);
            if (begins) {
                fromOtherEnd(at);
            }
        } else if (begins) {
            sendQueue.halve(kept);
        } else {
            boolean ofThisSearch = batch.suspect() && !kept.isOlderThan(unresolvedSince);
            if (ofThisSearch) {
                sendQueue.push(kept.firstHalf());
            } else {
                parked.add(kept.firstHalf());
            }
            parked.add(kept.secondHalf());
        }
    }

    /** A search that started with one key continues with the last key that waits. */
    private void fromOtherEnd(Instant at) {
        if (refusing.isRefusing()) {
            SharedRead<K, R> last = sendQueue.takeLast();
            if (last != null) {
                sendQueue.push(new Batch<>(List.of(last), at));
            }
        }
    }

    private boolean wasOutWhenConcluded(Batch<K, R> batch) {
        return batch.sharedReads().getFirst().inFlightSince().isBefore(concludedAt);
    }

    /** Continues the search when both ends are reached: probes the known-good key, or ends. */
    void conclude(Instant now) {
        if (unresolved == null || endpoint == null) {
            return;
        }
        parked.dropAbandoned();
        dropObsoleteProbe();
        if (suspectsOut > 0 || sendQueue.hasSuspects()) {
            return;
        }
        if (parked.isEmpty() || probe != null || !probeKnownGood(endpoint)) {
            endSearch(endpoint, unresolved, null, now);
        }
    }

    private void dropObsoleteProbe() {
        if (probe != null && parked.isEmpty() && probe.isObsolete()) {
            sendQueue.removeSuspect(probe);
            openReads.drop(probe);
        }
    }

    private boolean probeKnownGood(Endpoint<K> endpoint) {
        for (K key : endpoint.lastAnswered()) {
            if (!refusedAlone.contains(key)) {
                SharedRead<K, R> known = parked.take(key);
                SharedRead<K, R> sharedRead = known == null ? openReads.takeForProbe(key) : known;
                if (sharedRead != null) {
                    sharedRead.holdUntilReturned();
                    probe = sharedRead;
                    sendQueue.push(new Batch<>(List.of(sharedRead), unresolvedSince));
                    return true;
                }
            }
        }
        return false;
    }

    private void endSearch(
            Endpoint<K> endpoint, Refused refused, @Nullable Batch<K, R> probeBatch, Instant now) {
        List<SharedRead<K, R>> waiting = new ArrayList<>(parked.reads());
        if (!waiting.isEmpty() || probeBatch != null) {
            K key = probeBatch == null ? waiting.getFirst().key() : probeBatch.keys().getFirst();
            breakers.failed(key, refused, now, now);
            waiting.addAll(sendQueue.takeGathered());
        }
        endpoint.refuses();
        concludedAt = now;
        forgetSearch();
        waiting.forEach(sharedRead -> waiters.fail(sharedRead, refused, now));
    }

    private void forgetSearch() {
        parked.clear();
        refusedAlone.clear();
        unresolved = null;
        refusing.searching(false);
        probe = null;
    }
}
