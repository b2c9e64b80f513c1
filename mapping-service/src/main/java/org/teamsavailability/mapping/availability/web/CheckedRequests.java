package org.teamsavailability.mapping.availability.web;

import java.time.Instant;
import org.teamsavailability.mapping.availability.AskedRequest;

/** Makes requests of bodies that did not come by the route, and checks them as the route does. */
public final class CheckedRequests {

    private CheckedRequests() {}

    /**
     * The request to be published.
     *
     * @param now when it was asked, for a body that does not say so
     * @throws org.teamsavailability.mapping.web.Problem a 422 that names each place of the body
     */
    public static AskedRequest of(AvailabilityRequestBody body, String serviceDeskId, Instant now) {
        BodyCheck.check(body);
        return RequestRecords.of(body, serviceDeskId, RequestIds.of(null, body.requestId()), now);
    }
}
