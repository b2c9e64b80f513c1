package org.teamsavailability.localstack.server;

import org.apache.kafka.common.errors.RetriableException;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.Tables;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.RegistryUnreachableException;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;

/** What the enricher finds in Kafka and in the registry when it starts. */
record TopicSetup(
        StackSettings settings,
        Endpoints endpoints,
        SerdeSettings serdeSettings,
        RecordSerdes serdes) {

    void createTopics() {
        try (var admin = endpoints.access().admin()) {
            var creation =
                    new TopicCreation(
                            admin, TopicCreation.Settings.unreplicated(endpoints.topicPrefix()));
            SlowServers.askAgain(
                    "Kafka",
                    () -> creation.create(Topics.ALL),
                    RetriableException.class::isInstance);
        }
    }

    void registerSchemas() {
        var registration = new SchemaRegistration(serdeSettings, endpoints.topicPrefix());
        SlowServers.askAgain(
                "The schema registry",
                () -> registration.register(Topics.ALL),
                RegistryUnreachableException.class::isInstance);
    }

    void publishTables() {
        try (var publisher = new Tables(endpoints, serdes)) {
            publisher.connect(settings.connections());
            publisher.map(settings.mappings());
        }
    }

    /** How many rows there are. */
    String tables() {
        return settings.connections().size()
                + " service desks and "
                + settings.mappings().size()
                + " technicians published";
    }
}
