package org.teamsavailability.localstack.administration;

import java.net.http.HttpClient;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.InstantForm;
import org.teamsavailability.schemas.json.RecordReader;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.node.ObjectNode;

/** Asks over HTTP, as a dispatch tool does that speaks no Kafka. */
public final class HttpQuestion {

    /** The route, as it is shown to people. */
    public static final String ROUTE = "POST /public-api/availability-requests";

    private HttpQuestion() {}

    /**
     * Asks and waits for the answer.
     *
     * @param service the mapping-service, as {@code http://localhost:8080}
     * @param key an API key of the request's desk with the scope ask
     * @throws IllegalStateException if the response is no answer
     */
    public static CandidateAvailability ask(String service, String key, DispatchRequested request) {
        var body = (ObjectNode) RecordWriter.write(request);
        body.remove("serviceDeskId"); // the key decides it
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    new MappingApi(http, service, key).post("availability-requests?wait=30", body);
            return new RecordReader(InstantForm.ISO).read(CandidateAvailability.class, answer);
        }
    }
}
