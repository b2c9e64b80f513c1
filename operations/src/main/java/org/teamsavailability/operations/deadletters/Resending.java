package org.teamsavailability.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.broker.BrokerFutures;

/**
 * Sends dead letters again: to the topic they came from, under their key, with their headers except
 * those that say why they are dead. All of them in one transaction, or none.
 *
 * <p>Each copy carries the header {@code teams-availability-resent-from} with the letter's place. A
 * letter whose copy is still on the topic is not sent a second time.
 */
final class Resending {

    /** Names the letter that a record is a copy of. */
    static final String RESENT_FROM = "teams-availability-resent-from";

    private static final String TRANSACTIONS = "dead-letters";

    private final Access access;

    Resending(Access access) {
        this.access = access;
    }

    /** Those of them that have a copy already, by {@link DeadLetter#origin()}. */
    Set<String> sentBefore(List<DeadLetter> letters) {
        var sent = new HashSet<String>();
        for (var pile : DeadLetterTopic.ALL) {
            letters.stream()
                    .filter(letter -> letter.pile().equals(pile))
                    .map(DeadLetter::at)
                    .min(Instant::compareTo)
                    .ifPresent(oldest -> sent.addAll(copies(pile, oldest)));
        }
        return sent;
    }

    private Set<String> copies(DeadLetterTopic pile, Instant since) {
        var copies = new HashSet<String>();
        new TopicScan(access)
                .read(
                        List.of(pile.origin(access)),
                        since,
                        record -> {
                            var from = record.headers().lastHeader(RESENT_FROM);
                            if (from != null) {
                                copies.add(new String(from.value(), UTF_8));
                            }
                        });
        return copies;
    }

    /** Sends all of them, or throws and has sent none. */
    void send(List<DeadLetter> letters) {
        try (var producer = access.transactionalProducer(TRANSACTIONS)) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                var sent = new ArrayList<Future<RecordMetadata>>(letters.size());
                letters.forEach(letter -> sent.add(producer.send(copy(letter))));
                producer.flush();
                sent.forEach(BrokerFutures::of);
                producer.commitTransaction();
            } catch (RuntimeException e) {
                abort(producer);
                throw e;
            }
        }
    }

    /** The broker aborts what this cannot. */
    private static void abort(Producer<?, ?> producer) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException _) {
            // fenced or away: what failed first is thrown
        }
    }

    private ProducerRecord<byte[], byte[]> copy(DeadLetter letter) {
        var headers = new RecordHeaders();
        for (var header : letter.record().headers()) {
            if (!letter.pile().isErrorHeader(header.key()) && !header.key().equals(RESENT_FROM)) {
                headers.add(header);
            }
        }
        headers.add(RESENT_FROM, letter.origin().getBytes(UTF_8));
        return new ProducerRecord<>(
                letter.pile().origin(access),
                null,
                letter.record().key(),
                letter.record().value(),
                headers);
    }
}
