package org.teamsavailability.localstack.server;

import java.time.Instant;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.Tables;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.RegistryUnreachableException;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.servers.process.StartTimeout;

/** What the enricher finds in Kafka and in the registry when it starts. */
record Contents(
        StackSettings settings,
        Endpoints endpoints,
        SerdeSettings serdeSettings,
        RecordSerdes serdes) {

    void createTopics() {
        try (var admin = endpoints.access().admin()) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated(endpoints.topicPrefix()))
                    .create(Topics.ALL);
        }
    }

    /** The registry answers its first requests slowly on a busy machine, so it is asked again. */
    void registerSchemas() {
        var registration = new SchemaRegistration(serdeSettings, endpoints.topicPrefix());
        var deadline = Instant.now().plus(StartTimeout.get());
        while (true) {
            try {
                registration.register(Topics.ALL);
                return;
            } catch (RegistryUnreachableException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
        }
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
