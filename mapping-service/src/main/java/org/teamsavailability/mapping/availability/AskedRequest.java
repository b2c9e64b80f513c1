package org.teamsavailability.mapping.availability;

import org.teamsavailability.schemas.DispatchRequested;

/**
 * A request that a service desk sent over HTTP, without faults.
 *
 * @param record what is published; its desk is the caller's
 * @param hash of what the caller sent, the same for each repeat
 */
public record AskedRequest(DispatchRequested record, RequestHash hash) {

    String serviceDeskId() {
        return record.getServiceDeskId();
    }

    String requestId() {
        return record.getRequestId();
    }

    /** Leaves out what the request says. */
    @Override
    public String toString() {
        return "AskedRequest[requestId=" + requestId() + "]";
    }
}
