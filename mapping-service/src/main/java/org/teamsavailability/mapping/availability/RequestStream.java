package org.teamsavailability.mapping.availability;

import org.teamsavailability.schemas.DispatchRequested;

/**
 * The topic {@code dispatch-requested}. What cannot reach it in time throws {@link
 * AvailabilityRefusal.StreamUnavailable}.
 */
public interface RequestStream {

    /** A request that can be sent: the schema registry was asked. */
    @FunctionalInterface
    interface Prepared {

        /**
         * Sends it and waits until the brokers have it. When this throws, nothing of it is sent any
         * more.
         *
         * @return the offset of its record
         */
        long send(int partition);
    }

    /** Where the topics end for a service desk. */
    StreamEnds ends(String serviceDeskId);

    /** Makes the record. */
    Prepared prepare(DispatchRequested request);

    /** Looks for the record of a request, from an offset to the end of the partition. */
    Search<Long> findRequest(String serviceDeskId, String requestId, int partition, long from);
}
