package org.teamsavailability.mapping.outbox.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.outbox.Publication;
import org.teamsavailability.mapping.outbox.PublishedState;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** What is published, as records of its topic. */
final class Records {

    private final String mappings;
    private final String connections;
    private final Serializer<TechnicianMapping> mappingSerializer;
    private final Serializer<ServiceDeskConnection> connectionSerializer;

    Records(String topicPrefix, RecordSerdes serdes) {
        this.mappings = Topics.TECHNICIAN_MAPPING.nameIn(topicPrefix);
        this.connections = Topics.SERVICE_DESK_CONNECTION.nameIn(topicPrefix);
        this.mappingSerializer = serdes.forValue(TechnicianMapping.class).serializer();
        this.connectionSerializer = serdes.forValue(ServiceDeskConnection.class).serializer();
    }

    ProducerRecord<String, byte @Nullable []> of(Publication publication) {
        var mark = publication.mark();
        var topic =
                switch (mark.kind()) {
                    case MAPPING -> mappings;
                    case CONNECTION -> connections;
                };
        return new ProducerRecord<>(topic, mark.key(), value(publication.current()));
    }

    private byte @Nullable [] value(@Nullable PublishedState current) {
        return switch (current) {
            case null -> null;
            case PublishedState.Mapping it -> mappingSerializer.serialize(mappings, record(it));
            case PublishedState.Connection it ->
                    connectionSerializer.serialize(connections, record(it));
        };
    }

    private static TechnicianMapping record(PublishedState.Mapping mapping) {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId(mapping.serviceDeskId())
                .setTechnicianId(mapping.technicianId())
                .setMicrosoftTenantId(mapping.microsoftTenantId().toString())
                .setMicrosoftUserId(mapping.microsoftUserId().toString())
                .setUserPrincipalName(mapping.userPrincipalName())
                .setOrigin(MappingOrigin.valueOf(mapping.origin()))
                .setUpdatedAt(millis(mapping.updatedAt()))
                .build();
    }

    private static ServiceDeskConnection record(PublishedState.Connection connection) {
        return ServiceDeskConnection.newBuilder()
                .setServiceDeskId(connection.serviceDeskId())
                .setMicrosoftTenantId(text(connection.microsoftTenantId()))
                .setConsent(ConsentState.valueOf(connection.consent()))
                .setCloud(MicrosoftCloud.valueOf(connection.cloud()))
                .setUpdatedAt(millis(connection.updatedAt()))
                .build();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
