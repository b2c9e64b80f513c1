package org.teamsavailability.benchmarks.arm;

import org.teamsavailability.benchmarks.world.WireFormat;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

/** How a peer reads and writes the records of its topics. For one thread. */
record PeerFormats(
        WireFormat<DispatchRequested> requests,
        WireFormat<CandidateAvailability> answers,
        WireFormat<TechnicianMapping> mappings,
        WireFormat<ServiceDeskConnection> connections) {

    static PeerFormats of(ArmSettings arm) {
        var registry = arm.registry();
        var prefix = arm.prefix();
        return new PeerFormats(
                WireFormat.of(registry, prefix, Topics.DISPATCH_REQUESTED, DispatchRequested.class),
                WireFormat.of(
                        registry,
                        prefix,
                        Topics.CANDIDATE_AVAILABILITY,
                        CandidateAvailability.class),
                WireFormat.of(registry, prefix, Topics.TECHNICIAN_MAPPING, TechnicianMapping.class),
                WireFormat.of(
                        registry,
                        prefix,
                        Topics.SERVICE_DESK_CONNECTION,
                        ServiceDeskConnection.class));
    }

    /** The same for another thread. */
    PeerFormats forThread() {
        return new PeerFormats(
                requests.forThread(),
                answers.forThread(),
                mappings.forThread(),
                connections.forThread());
    }
}
