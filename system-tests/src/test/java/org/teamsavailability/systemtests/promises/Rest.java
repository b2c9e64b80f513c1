package org.teamsavailability.systemtests.promises;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.schemas.Topics;

/** The guarantee that nothing is left to do: no lag, no open transaction, no request waiting. */
final class Rest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<TransactionState> OPEN =
            Set.of(
                    TransactionState.ONGOING,
                    TransactionState.PREPARE_ABORT,
                    TransactionState.PREPARE_COMMIT,
                    TransactionState.PREPARE_EPOCH_FENCE);

    private final Endpoints stack;
    private final Management management;

    Rest(Endpoints stack, Management management) {
        this.stack = stack;
        this.management = management;
    }

    /** Returns when it holds; fails, saying what is left, where it does not. */
    void await() {
        try (var admin = stack.access().admin()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(lag(admin)).as("lag").isZero();
                        assertThat(openTransactions(admin)).as("open transactions").isEmpty();
                        assertThat(management.pendingRequests()).as("pending requests").isZero();
                    });
        }
    }

    private long lag(Admin admin) throws InterruptedException, ExecutionException {
        var committed =
                admin.listConsumerGroupOffsets(stack.topicPrefix() + "availability-enricher")
                        .partitionsToOffsetAndMetadata()
                        .get();
        var ends = admin.listOffsets(ends()).all().get();
        var lag = 0L;
        for (var end : ends.entrySet()) {
            var read = committed.get(end.getKey());
            lag += end.getValue().offset() - (read == null ? 0 : read.offset());
        }
        return lag;
    }

    private Map<TopicPartition, OffsetSpec> ends() {
        var requests = Topics.DISPATCH_REQUESTED;
        return IntStream.range(0, requests.partitions())
                .mapToObj(
                        number -> new TopicPartition(requests.nameIn(stack.topicPrefix()), number))
                .collect(toMap(identity(), _ -> OffsetSpec.latest()));
    }

    private static Collection<TransactionListing> openTransactions(Admin admin)
            throws InterruptedException, ExecutionException {
        return admin.listTransactions(new ListTransactionsOptions().filterStates(OPEN)).all().get();
    }
}
