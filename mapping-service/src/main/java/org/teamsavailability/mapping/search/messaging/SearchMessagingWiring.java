package org.teamsavailability.mapping.search.messaging;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.SearchSettings;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.RegistrySettings;

/** How topics are searched. Nothing connects before the first search. */
@Configuration(proxyBeanMethods = false)
class SearchMessagingWiring {

    /**
     * A search never reads beyond the end that it has seen, so the broker has nothing to wait for.
     */
    private static final int FETCH_WAIT_MS = 5;

    private static final int RECORDS_OF_A_POLL = 1_000;

    /** For searches alone. */
    @Bean(defaultCandidate = false)
    RecordSerdes searchSerdes(RegistrySettings registry) {
        return new RecordSerdes(registry.forSerdes());
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    ConsumerPool searchConsumers(KafkaSettings kafka, SearchSettings settings) {
        var count = new AtomicInteger();
        return new ConsumerPool(
                () -> consumer(kafka, count.incrementAndGet()),
                settings.atATime(),
                "topic-search-");
    }

    static Consumer<byte[], byte[]> consumer(KafkaSettings kafka, int number) {
        var settings = ReaderSettings.of(kafka, "search-" + number, "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.max.wait.ms", FETCH_WAIT_MS);
        settings.put("max.poll.records", RECORDS_OF_A_POLL);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    TopicSearches topicSearches(
            @Qualifier("searchConsumers") ConsumerPool searchConsumers, SearchSettings settings) {
        return new TopicSearches(searchConsumers, settings.size().toBytes(), settings.within());
    }
}
