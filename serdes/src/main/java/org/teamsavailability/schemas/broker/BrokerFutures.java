package org.teamsavailability.schemas.broker;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What the broker answers, or why it does not. */
public final class BrokerFutures {

    private BrokerFutures() {}

    /**
     * Waits for it.
     *
     * @throws KafkaException the broker's own refusal, or that it did not answer
     */
    public static <T> T of(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused
                    ? refused
                    : new KafkaException("The broker's answer cannot be used", e.getCause());
        }
    }
}
