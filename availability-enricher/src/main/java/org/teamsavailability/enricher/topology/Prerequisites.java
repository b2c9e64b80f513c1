package org.teamsavailability.enricher.topology;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.Refusals;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.service.settings.RegistrySettings;

/** What must exist before requests are accepted: every topic, and its schema. */
public final class Prerequisites implements Runnable {

    private final KafkaSettings kafka;
    private final RegistrySettings registry;

    public Prerequisites(KafkaSettings kafka, RegistrySettings registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /** Throws, with what is missing and the way out, unless everything is there. */
    @Override
    public void run() {
        requireTopics();
        new SchemaRegistration(registry.forSerdes(), kafka.topicPrefix()).verify(Topics.ALL);
    }

    private void requireTopics() {
        try (var admin = Admin.create(kafka.client())) {
            var existing = admin.listTopics().names().get();
            List<String> missing =
                    names().stream().filter(name -> !existing.contains(name)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "These topics do not exist: %s. Create them with `java -jar availability-enricher.jar create-topics`, or correct TOPIC_PREFIX."
                                .formatted(String.join(", ", missing)));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The topics at KAFKA_BOOTSTRAP_SERVERS=%s cannot be listed: %s"
                            .formatted(
                                    kafka.bootstrapServers(),
                                    Objects.requireNonNullElse(
                                            Refusals.of(e), String.valueOf(e.getCause()))),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while listing topics", e);
        }
    }

    private List<String> names() {
        return Topics.ALL.stream().map(this::name).toList();
    }

    private String name(Topic topic) {
        return topic.nameIn(kafka.topicPrefix());
    }
}
