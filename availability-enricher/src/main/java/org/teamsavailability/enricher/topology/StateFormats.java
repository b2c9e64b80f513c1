package org.teamsavailability.enricher.topology;

import org.apache.kafka.common.serialization.Serde;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** How the stores keep their values: plain Avro, no registry. */
public record StateFormats(
        Serde<PendingRequest> pending,
        Serde<NotBefore> notBefore,
        Serde<ServiceDeskConnection> connections,
        Serde<TechnicianMapping> mappings) {}
