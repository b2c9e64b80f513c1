package org.teamsavailability.localstack.command;

import java.util.UUID;
import org.teamsavailability.localstack.administration.HttpQuestion;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * Sends a sample as a tool without Kafka does.
 *
 * @param stack which is up
 */
record SampleOverHttp(LocalStack stack, SamplePrinter printer) {

    /** Sends it again with another id; returns how many mistakes came. */
    int ask(Sample sample) {
        var service = stack.endpoints().mappingService();
        var key = stack.keys().get(sample.request().getServiceDeskId());
        if (service == null || key == null) {
            return 0;
        }
        var again =
                DispatchRequested.newBuilder(sample.request())
                        .setRequestId(UUID.randomUUID().toString())
                        .setRespondBy(null)
                        .build();
        return printer.overHttp(sample, HttpQuestion.ask(service, key, again));
    }
}
