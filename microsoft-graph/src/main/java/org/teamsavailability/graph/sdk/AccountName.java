package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an account is asked for by: its id or its sign-in name.
 *
 * <p>Source: Microsoft Graph, "Get a user": a sign-in name that starts with a dollar sign goes into
 * {@code users('…')}.
 */
record AccountName(String value) {

    private static final int LONGEST = 320;

    // None of these may stand in a sign-in name, and each would lead to another path.
    private static final Pattern SIGN_IN_NAME =
            Pattern.compile("[^@/\\\\?%\\s\\p{Cntrl}]+@[0-9A-Za-z.-]+");

    /** Whether an account can be called that at all. */
    boolean isPossible() {
        return Guid.parse(value) != null
                || (value.length() <= LONGEST && SIGN_IN_NAME.matcher(value).matches());
    }

    RequestInformation request(GraphServiceClient graph) {
        if (value.startsWith("$")) {
            return quoted(graph);
        }
        return graph.users()
                .byUserId(value)
                .toGetRequestInformation(
                        request -> request.queryParameters.select = AccountItem.PROPERTIES);
    }

    private RequestInformation quoted(GraphServiceClient graph) {
        var parameters = new HashMap<String, Object>();
        parameters.put("baseurl", graph.getRequestAdapter().getBaseUrl());
        parameters.put("name", value.replace("'", "''"));
        parameters.put("%24select", List.of(AccountItem.PROPERTIES));
        var request =
                new RequestInformation(
                        HttpMethod.GET, "{+baseurl}/users('{name}'){?%24select}", parameters);
        request.headers.add("Accept", "application/json");
        return request;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "AccountName[redacted]";
    }
}
