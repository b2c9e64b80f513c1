package org.teamsavailability.enricher;

import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.settings.RegistrySettings;

/**
 * The command {@code create-topics}: the topics and their schemas, once before the first start.
 * Running it again creates what is missing and changes nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, RegistrySettings.class})
@Profile(CreateTopics.NAME)
class CreateTopics implements ApplicationRunner {

    /** The command's name on the command line. */
    static final String NAME = "create-topics";

    private static final Logger log = LoggerFactory.getLogger(CreateTopics.class);

    private final KafkaSettings kafka;
    private final RegistrySettings registry;

    CreateTopics(KafkaSettings kafka, RegistrySettings registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var settings =
                new TopicCreation.Settings(
                        kafka.topicPrefix(), kafka.replicationFactor(), kafka.minInsyncReplicas());
        try (var admin = Admin.create(kafka.client())) {
            var report = new TopicCreation(admin, settings).create(Topics.ALL);
            new SchemaRegistration(registry.forSerdes(), kafka.topicPrefix()).register(Topics.ALL);
            log.atInfo()
                    .addKeyValue("created", report.created())
                    .addKeyValue("existing", report.existing())
                    .addKeyValue("otherPartitions", report.repartitioned())
                    .log("The topics and their schemas are there");
        }
    }
}
