package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import org.teamsavailability.graph.directory.TenantDirectory;

/**
 * A text that is searched for in display names, by their words, and at the beginning of sign-in
 * names.
 *
 * @param text without {@code &}, by which Graph finds nothing (known issue 18185)
 */
record SearchedName(String text) {

    SearchedName {
        text = text.replace('&', ' ').strip();
    }

    /** Whether anything is left to be searched for. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Graph answers {@code $search} to an advanced query only: with this header, and counted. */
    RequestInformation request(GraphServiceClient graph) {
        return graph.users()
                .toGetRequestInformation(request -> {
                    request.headers.add("ConsistencyLevel", "eventual");
                    request.queryParameters.search = query();
                    request.queryParameters.count = true;
                    request.queryParameters.select = AccountItem.PROPERTIES;
                    request.queryParameters.top = TenantDirectory.MOST_FOUND;
                });
    }

    private String query() {
        var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"displayName:%s\" OR \"userPrincipalName:%s\"".formatted(escaped, escaped);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "SearchedName[]";
    }
}
