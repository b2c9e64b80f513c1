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
 * <p>A refused call is halved, depth first from both ends, until any key of the tenant is answered.
 * That key is the witness that the endpoint works. Until there is one, the rest of what was refused
 * is parked. Where both ends are refused alone, the key that was answered last is asked. With a
 * witness all that was parked is asked again, and a key that is then refused alone is invalid.
 * Without a witness the endpoint refuses: every waiter fails, no key is invalid, and the tenant's
 * next call starts with one key.
 *
 * <p>Touched only in the executor of its queue.
 */
final class RefusalSearch<K, R> {

    private final Reads<K, R> reads;
    private final SendQueue<K, R> sendQueue;
    private final OpenReads<K, R> openReads;
    private final CircuitBreakers<K> breakers;
    private final @Nullable Endpoint<K> endpoint;
    private final List<Batch<K, R>> parked = new ArrayList<>();
    private final Set<K> refusedAlone = new HashSet<>();

    /** The last refusal of a search that has no witness yet; null where there is no such search. */
    private @Nullable Refused unresolved;

    private Instant unresolvedSince = Instant.EPOCH;
    private Instant witnessedSince = Instant.EPOCH;
    private Instant concludedAt = Instant.EPOCH;
    private @Nullable SharedRead<K, R> witness;
    private @Nullable Batch<K, R> probe;
    private int suspectsOut;

    RefusalSearch(
            Reads<K, R> reads,
            CircuitBreakers<K> breakers,
            SendQueue<K, R> sendQueue,
            OpenReads<K, R> openReads) {
        this.reads = reads;
        this.sendQueue = sendQueue;
        this.openReads = openReads;
        this.breakers = breakers;
        this.endpoint = reads.endpoint();
    }

    /** How many gathered reads may be in the next call; 0 = none. */
    int mostGathered(int most, Instant now) {
        if (endpoint == null || !endpoint.isRefusing()) {
            return most;
        }
        return gatheredOpenAt(now).isAfter(now) ? 0 : 1;
    }

    /**
     * From when on gathered reads may be sent; {@link Instant#MAX} while that depends on a reply.
     */
    Instant gatheredOpenAt(Instant now) {
        if (endpoint == null || !endpoint.isRefusing()) {
            return now;
        }
        if (unresolved != null) {
            return Instant.MAX;
        }
        return probe == null ? now : probe.sharedReads().getFirst().overdueAt();
    }

    /** Whether the breaker is open for refusals: then a probe asks one key, and is not searched. */
    boolean isProbing(K key) {
        return endpoint != null
                && endpoint.isRefusing()
                && unresolved == null
                && breakers.isOpen(key);
    }

    /** Takes out the key of the next probe: in turn those answered last and those that wait. */
    @Nullable Batch<K, R> probe() {
        if (endpoint == null) {
            return null;
        }
        List<K> known = endpoint.lastAnswered();
        int place = endpoint.nextOf(known.size() + sendQueue.waiting());
        SharedRead<K, R> sharedRead =
                place < known.size() ? openReads.witness(known.get(place)) : null;
        if (sharedRead != null) {
            sharedRead.holdUntilReturned();
        } else {
            sharedRead = sendQueue.takeAt(Math.floorMod(place - known.size(), sendQueue.waiting()));
        }
        return sharedRead == null ? null : new Batch<>(List.of(sharedRead), null);
    }

    void started(Batch<K, R> batch) {
        if (batch.suspect()) {
            suspectsOut++;
        } else if (endpoint != null && endpoint.isRefusing()) {
            probe = batch;
        }
    }

    void returned(Batch<K, R> batch) {
        if (batch.suspect()) {
            suspectsOut--;
        } else if (batch.equals(probe)) {
            probe = null;
        }
    }

    /** A call that started at this moment was answered. */
    void answered(Instant startedAt) {
        if (startedAt.isAfter(witnessedSince)) {
            witnessedSince = startedAt;
        }
        if (endpoint != null && !startedAt.isBefore(concludedAt)) {
            endpoint.answers();
        }
        if (unresolved != null && !startedAt.isBefore(unresolvedSince)) {
            parked.reversed().forEach(sendQueue::push);
            forgetSearch();
        }
    }

    void refused(Batch<K, R> batch, Refused refused, Instant at, Instant now) {
        if (endpoint == null) {
            batch.sharedReads().forEach(sharedRead -> openReads.fail(sharedRead, refused, at));
            return;
        }
        if (batch.size() == 1) {
            endpoint.askOthersFirst(batch.keys().getFirst());
        }
        Instant since = batch.refusedAt() == null ? at : batch.refusedAt();
        Batch<K, R> kept =
                new Batch<>(batch.sharedReads().stream().filter(openReads::keep).toList(), since);
        kept.sharedReads().forEach(sharedRead -> openReads.note(sharedRead, refused));
        if (unresolved == null && isProbing(batch.keys().getFirst())) {
            parked.add(kept);
            endSearch(endpoint, refused, batch, now);
        } else if (unresolved == null && batch.suspect() && !witnessedSince.isBefore(since)) {
            narrow(batch, kept, at, now);
        } else if (unresolved == null && wasOutWhenConcluded(batch)) {
            kept.sharedReads().forEach(sharedRead -> openReads.fail(sharedRead, refused, at));
        } else {
            search(batch, kept, refused, at);
        }
    }

    /** With a witness: the search ends at each key that is refused alone. */
    private void narrow(Batch<K, R> batch, Batch<K, R> kept, Instant at, Instant now) {
        if (batch.size() > 1) {
            sendQueue.halve(kept);
        } else if (!kept.isEmpty()) {
            SharedRead<K, R> alone = kept.sharedReads().getFirst();
            R instead = reads.refused(alone.key(), at);
            if (instead != null) {
                openReads.answer(alone, instead, at, now);
            }
        }
    }

    /** Without a witness: both halves of the first call, then the first half of each. */
    private void search(Batch<K, R> batch, Batch<K, R> kept, Refused refused, Instant at) {
        boolean begins = unresolved == null;
        unresolved = refused;
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
        if (endpoint != null && endpoint.isRefusing()) {
            SharedRead<K, R> last = sendQueue.takeLast();
            if (last != null) {
                sendQueue.push(new Batch<>(List.of(last), at));
            }
        }
    }

    private boolean wasOutWhenConcluded(Batch<K, R> batch) {
        return batch.sharedReads().getFirst().inFlightSince().isBefore(concludedAt);
    }

    /** Continues the search when both ends are reached: asks the witness, or ends it. */
    void conclude(Instant now) {
        if (unresolved == null || endpoint == null) {
            return;
        }
        parked.replaceAll(Batch::withoutAbandoned);
        parked.removeIf(Batch::isEmpty);
        dropObsoleteWitness();
        if (suspectsOut > 0 || sendQueue.hasSuspects()) {
            return;
        }
        if (parked.isEmpty() || witness != null || !askWitness(endpoint)) {
            endSearch(endpoint, unresolved, null, now);
        }
    }

    private void dropObsoleteWitness() {
        if (witness != null && parked.isEmpty() && witness.isObsolete()) {
            sendQueue.removeSuspect(witness);
            openReads.drop(witness);
        }
    }

    private boolean askWitness(Endpoint<K> endpoint) {
        for (K key : endpoint.lastAnswered()) {
            if (!refusedAlone.contains(key)) {
                SharedRead<K, R> known = takeParked(key);
                SharedRead<K, R> sharedRead = known == null ? openReads.witness(key) : known;
                if (sharedRead != null) {
                    sharedRead.holdUntilReturned();
                    witness = sharedRead;
                    sendQueue.push(new Batch<>(List.of(sharedRead), unresolvedSince));
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable SharedRead<K, R> takeParked(K key) {
        for (int i = 0; i < parked.size(); i++) {
            Batch<K, R> batch = parked.get(i);
            for (SharedRead<K, R> sharedRead : batch.sharedReads()) {
                if (sharedRead.key().equals(key)) {
                    parked.set(i, batch.without(sharedRead));
                    return sharedRead;
                }
            }
        }
        return null;
    }

    private void endSearch(
            Endpoint<K> endpoint, Refused refused, @Nullable Batch<K, R> probed, Instant now) {
        List<SharedRead<K, R>> waiting =
                new ArrayList<>(
                        parked.stream().flatMap(batch -> batch.sharedReads().stream()).toList());
        if (!waiting.isEmpty() || probed != null) {
            K key = probed == null ? waiting.getFirst().key() : probed.keys().getFirst();
            breakers.failed(key, refused, now, now);
            waiting.addAll(sendQueue.takeGathered());
        }
        endpoint.refuses();
        concludedAt = now;
        forgetSearch();
        waiting.forEach(sharedRead -> openReads.fail(sharedRead, refused, now));
    }

    private void forgetSearch() {
        parked.clear();
        refusedAlone.clear();
        unresolved = null;
        witness = null;
    }
}
