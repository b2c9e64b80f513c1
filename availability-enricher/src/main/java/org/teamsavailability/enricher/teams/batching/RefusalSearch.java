package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure.Refused;

/**
 * Finds out for whom a call was refused: for keys that Graph cannot serve, or for everybody.
 *
 * <p>A refused call is halved, depth first from both ends, until any key of the tenant is answered.
 * That key is the witness that the endpoint works. Until there is one, the rest of what was refused
 * is parked. Where both ends are refused alone, the key that was answered last is asked. With a
 * witness all that was parked is asked again, and a key that is then refused alone is invalid.
 * Without a witness the endpoint refuses: everybody who waits fails, no key is invalid, and the
 * tenant's next call starts with one key.
 *
 * <p>Touched only in the mailbox of its desk.
 */
final class RefusalSearch<K, R> {

    private final Reads<K, R> reads;
    private final SendQueue<K, R> lanes;
    private final OpenReads<K, R> docket;
    private final CircuitBreakers<K> circuits;
    private final @Nullable Endpoint<K> endpoint;
    private final List<Batch<K, R>> parked = new ArrayList<>();
    private final Set<K> refusedAlone = new HashSet<>();

    /** The last refusal of a search that has no witness yet; null where there is no such search. */
    private @Nullable Refused doubt;

    private Instant doubtedSince = Instant.EPOCH;
    private Instant witnessedSince = Instant.EPOCH;
    private Instant concludedAt = Instant.EPOCH;
    private @Nullable SharedRead<K, R> witness;
    private @Nullable Batch<K, R> probe;
    private int suspectsOut;

    RefusalSearch(
            Reads<K, R> reads,
            CircuitBreakers<K> circuits,
            SendQueue<K, R> lanes,
            OpenReads<K, R> docket) {
        this.reads = reads;
        this.lanes = lanes;
        this.docket = docket;
        this.circuits = circuits;
        this.endpoint = reads.endpoint();
    }

    /** How many of the questions that gather may be in the next call; 0 = none may be sent. */
    int mostGathered(int most, Instant now) {
        if (endpoint == null || !endpoint.isRefusing()) {
            return most;
        }
        return gatheredOpenAt(now).isAfter(now) ? 0 : 1;
    }

    /** From when on a question that gathers may be sent; never while that depends on a reply. */
    Instant gatheredOpenAt(Instant now) {
        if (endpoint == null || !endpoint.isRefusing()) {
            return now;
        }
        if (doubt != null) {
            return Instant.MAX;
        }
        return probe == null ? now : probe.questions().getFirst().overdueAt();
    }

    /** Whether the breaker is open for refusals: then a probe asks one key, and is not searched. */
    boolean isProbing(K key) {
        return endpoint != null && endpoint.isRefusing() && doubt == null && circuits.isOpen(key);
    }

    /** Takes out who is asked as a probe: in turn those answered last and those who wait. */
    @Nullable Batch<K, R> probe() {
        if (endpoint == null) {
            return null;
        }
        List<K> known = endpoint.lastAnswered();
        int place = endpoint.nextOf(known.size() + lanes.waiting());
        SharedRead<K, R> question = place < known.size() ? docket.witness(known.get(place)) : null;
        if (question != null) {
            question.holdUntilReturned();
        } else {
            question = lanes.takeAt(Math.floorMod(place - known.size(), lanes.waiting()));
        }
        return question == null ? null : new Batch<>(List.of(question), null);
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
        if (doubt != null && !startedAt.isBefore(doubtedSince)) {
            parked.reversed().forEach(lanes::push);
            forgetSearch();
        }
    }

    void refused(Batch<K, R> batch, Refused refused, Instant at, Instant now) {
        if (endpoint == null) {
            batch.questions().forEach(question -> docket.fail(question, refused, at));
            return;
        }
        if (batch.size() == 1) {
            endpoint.askOthersFirst(batch.keys().getFirst());
        }
        Instant since = batch.refusedAt() == null ? at : batch.refusedAt();
        Batch<K, R> kept =
                new Batch<>(batch.questions().stream().filter(docket::keep).toList(), since);
        kept.questions().forEach(question -> docket.note(question, refused));
        if (doubt == null && isProbing(batch.keys().getFirst())) {
            parked.add(kept);
            endSearch(endpoint, refused, batch, now);
        } else if (doubt == null && batch.suspect() && !witnessedSince.isBefore(since)) {
            narrow(batch, kept, at, now);
        } else if (doubt == null && wasOutWhenConcluded(batch)) {
            kept.questions().forEach(question -> docket.fail(question, refused, at));
        } else {
            search(batch, kept, refused, at);
        }
    }

    /** With a witness: the search ends at each key that is refused alone. */
    private void narrow(Batch<K, R> batch, Batch<K, R> kept, Instant at, Instant now) {
        if (batch.size() > 1) {
            lanes.halve(kept);
        } else if (!kept.isEmpty()) {
            SharedRead<K, R> alone = kept.questions().getFirst();
            R instead = reads.refused(alone.key(), at);
            if (instead != null) {
                docket.answer(alone, instead, at, now);
            }
        }
    }

    /** Without a witness: both halves of the first call, then the first half of each. */
    private void search(Batch<K, R> batch, Batch<K, R> kept, Refused refused, Instant at) {
        boolean begins = doubt == null;
        doubt = refused;
        if (begins) {
            doubtedSince = at;
        }
        if (batch.size() == 1) {
            refusedAlone.add(batch.keys().getFirst());
            parked.add(kept);
            if (begins) {
                fromOtherEnd(at);
            }
        } else if (begins) {
            lanes.halve(kept);
        } else {
            boolean ofThisSearch = batch.suspect() && !kept.isOlderThan(doubtedSince);
            if (ofThisSearch) {
                lanes.push(kept.firstHalf());
            } else {
                parked.add(kept.firstHalf());
            }
            parked.add(kept.secondHalf());
        }
    }

    /** The call that started with one key goes on with the last of those who wait. */
    private void fromOtherEnd(Instant at) {
        if (endpoint != null && endpoint.isRefusing()) {
            SharedRead<K, R> last = lanes.takeLast();
            if (last != null) {
                lanes.push(new Batch<>(List.of(last), at));
            }
        }
    }

    private boolean wasOutWhenConcluded(Batch<K, R> batch) {
        return batch.questions().getFirst().inFlightSince().isBefore(concludedAt);
    }

    /** Goes on with the search where both ends are reached: asks the witness, or ends it. */
    void conclude(Instant now) {
        if (doubt == null || endpoint == null) {
            return;
        }
        parked.replaceAll(Batch::withoutForsaken);
        parked.removeIf(Batch::isEmpty);
        dropNeedlessWitness();
        if (suspectsOut > 0 || lanes.hasSuspects()) {
            return;
        }
        if (parked.isEmpty() || witness != null || !askWitness(endpoint)) {
            endSearch(endpoint, doubt, null, now);
        }
    }

    private void dropNeedlessWitness() {
        if (witness != null && parked.isEmpty() && witness.isNeedless()) {
            lanes.removeSuspect(witness);
            docket.drop(witness);
        }
    }

    private boolean askWitness(Endpoint<K> endpoint) {
        for (K key : endpoint.lastAnswered()) {
            if (!refusedAlone.contains(key)) {
                SharedRead<K, R> known = takeParked(key);
                SharedRead<K, R> question = known == null ? docket.witness(key) : known;
                if (question != null) {
                    question.holdUntilReturned();
                    witness = question;
                    lanes.push(new Batch<>(List.of(question), doubtedSince));
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable SharedRead<K, R> takeParked(K key) {
        for (int i = 0; i < parked.size(); i++) {
            Batch<K, R> batch = parked.get(i);
            for (SharedRead<K, R> question : batch.questions()) {
                if (question.key().equals(key)) {
                    parked.set(i, batch.without(question));
                    return question;
                }
            }
        }
        return null;
    }

    private void endSearch(
            Endpoint<K> endpoint, Refused refused, @Nullable Batch<K, R> probed, Instant now) {
        List<SharedRead<K, R>> waiting =
                new ArrayList<>(
                        parked.stream().flatMap(batch -> batch.questions().stream()).toList());
        if (!waiting.isEmpty() || probed != null) {
            K key = probed == null ? waiting.getFirst().key() : probed.keys().getFirst();
            circuits.failed(key, refused, now, now);
            waiting.addAll(lanes.takeGathered());
        }
        endpoint.refuses();
        concludedAt = now;
        forgetSearch();
        waiting.forEach(question -> docket.fail(question, refused, now));
    }

    private void forgetSearch() {
        parked.clear();
        refusedAlone.clear();
        doubt = null;
        witness = null;
    }
}
