package org.teamsavailability.enricher;

import org.apache.kafka.clients.admin.Admin;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.enricher.settings.RegistrySettings;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.TopicCreation;

/** The command {@code create-topics}: topics and their schemas, once before the first start. */
final class CreateTopics {

    /** The command's name on the command line. */
    static final String NAME = "create-topics";

    private CreateTopics() {}

    /** Creates what is not there yet; running it again changes nothing. */
    static TopicCreation.Report run(KafkaSettings kafka, RegistrySettings registry) {
        var settings =
                new TopicCreation.Settings(
                        kafka.topicPrefix(), kafka.replicationFactor(), kafka.minInsyncReplicas());
        try (var admin = Admin.create(kafka.client())) {
            var report = new TopicCreation(admin, settings).create(Topics.ALL);
            new SchemaRegistration(registry.forSerdes(), kafka.topicPrefix()).register(Topics.ALL);
            return report;
        }
    }
}
