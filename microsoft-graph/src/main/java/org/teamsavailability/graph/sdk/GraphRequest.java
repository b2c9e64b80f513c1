package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;

/** Makes a request, a new one each time: the SDK empties the body of one that was sent. */
interface GraphRequest {
    RequestInformation with(GraphServiceClient graph);
}
