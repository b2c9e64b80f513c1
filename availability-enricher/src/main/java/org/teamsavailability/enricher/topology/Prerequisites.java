package org.teamsavailability.enricher.topology;

import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.Refusals;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.service.kafka.RequiredTopics;
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
        try (var admin = Admin.create(kafka.client())) {
            requireTopics(admin);
        }
        new SchemaRegistration(registry.forSerdes(), kafka.topicPrefix()).verify(Topics.ALL);
    }

    private void requireTopics(Admin admin) {
        try {
            RequiredTopics.check(admin, new ListTopicsOptions(), kafka.topicPrefix(), Topics.ALL);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "The topics at KAFKA_BOOTSTRAP_SERVERS=%s cannot be listed: %s"
                            .formatted(
                                    kafka.bootstrapServers(),
                                    Objects.requireNonNullElse(Refusals.of(e), String.valueOf(e))),
                    e);
        }
    }
}
