package org.teamsavailability.graph.sdk;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/**
 * The next links of one read, followed as the server wrote them. A link that was followed before,
 * one too many, or one that is no URL makes the answer unreadable.
 *
 * <p>Source: Microsoft Graph, "Paging Microsoft Graph data in your app".
 */
final class NextLinks {

    private final int most;
    private final Set<String> followed = new HashSet<>();

    /**
     * None followed yet.
     *
     * @param most how many pages the read may have, the first included
     */
    NextLinks(int most) {
        this.most = most;
    }

    GraphRequest follow(String link) {
        var url = HttpUrl.parse(link);
        if (url == null || !followed.add(link) || followed.size() >= most) {
            throw new GraphException(new GraphFailure.Malformed(null, null));
        }
        return _ -> get(url.uri());
    }

    private static RequestInformation get(URI uri) {
        var request = new RequestInformation(HttpMethod.GET, "{+baseurl}", new HashMap<>());
        request.setUri(uri);
        request.headers.add("Accept", "application/json");
        return request;
    }
}
