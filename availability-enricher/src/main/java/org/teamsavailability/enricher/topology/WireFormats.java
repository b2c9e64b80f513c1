package org.teamsavailability.enricher.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.enricher.tables.RowReader;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** How the records of the topics are read and written; shared by all threads. */
public record WireFormats(
        Deserializer<DispatchRequested> requests,
        Serializer<CandidateAvailability> answers,
        Serializer<FallbackReason> fallbacks,
        RowReader<ServiceDeskConnection> connections,
        RowReader<TechnicianMapping> mappings) {}
