package org.teamsavailability.enricher.topology;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request whose bytes cannot be read goes to the dead-letter topic, and the next one is
 * processed; of one that is too long for that topic only where it lies and why. Where they could
 * not be read only because the schema registry cannot be reached, the thread fails and reads them
 * again later: nothing is skipped for an outage. A dead letter costs one line of the log; the two
 * lines with stack traces that Kafka has for it are switched off in {@code application.yml}.
 */
public final class UnreadableRequests extends LogAndContinueExceptionHandler {

    /** In the client's configuration: a {@link Runnable}, called for each dead letter. */
    public static final String COUNTED = "teams.availability.dead.letter";

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);
    private static final String ERROR_HEADERS = "__streams.errors.";

    private Runnable deadLetterCounter = () -> {};

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        if (configs.get(COUNTED) instanceof Runnable given) {
            deadLetterCounter = given;
        }
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        if (RegistryOutage.isBehind(e)) {
            return Response.fail();
        }
        deadLetterCounter.run();
        log.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("why", e.getMessage())
                .log("A request cannot be read and goes to the dead-letter topic");
        return Response.resume(
                super.handleError(context, record, e).deadLetterQueueRecords().stream()
                        .map(UnreadableRequests::keepable)
                        .toList());
    }

    private static ProducerRecord<byte[], byte[]> keepable(ProducerRecord<byte[], byte[]> record) {
        if (!RecordSize.isTooLong(record.key(), record.value(), record.headers())) {
            return record;
        }
        var headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (header.key().startsWith(ERROR_HEADERS)) {
                headers.add(header);
            }
        }
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), null, null, headers);
    }
}
