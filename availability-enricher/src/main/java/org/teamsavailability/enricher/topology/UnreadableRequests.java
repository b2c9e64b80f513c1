package org.teamsavailability.enricher.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * A request whose bytes cannot be read goes to the dead-letter topic, and the next one is
 * processed. Where they could not be read only because the schema registry cannot be reached, the
 * thread fails and reads them again later: nothing is skipped for an outage.
 */
public final class UnreadableRequests extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        return RegistryOutage.isBehind(e) ? Response.fail() : super.handleError(context, record, e);
    }
}
