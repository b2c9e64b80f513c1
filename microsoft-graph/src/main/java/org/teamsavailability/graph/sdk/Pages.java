package org.teamsavailability.graph.sdk;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * Follows next links as the server wrote them. A link that was followed before, one too many, or
 * one that is no URL makes the answer unreadable; a read that takes too long is given up.
 *
 * <p>Source: Microsoft Graph, "Paging Microsoft Graph data in your app".
 */
final class Pages {

    private final int most;
    private final Duration longest;
    private final Clock clock;

    Pages(GraphSettings settings, Clock clock) {
        this.most = settings.bounds().pages();
        this.longest = settings.timeouts().call();
        this.clock = clock;
    }

    <T> List<T> read(Exchange exchange, GraphRequest first, Page.ItemReader<T> item)
            throws InterruptedException {
        var giveUp = clock.instant().plus(longest);
        var items = new ArrayList<T>();
        var followed = new HashSet<String>();
        var page = exchange.read(first, Page.of(item));
        items.addAll(page.items());
        for (var link = page.nextLink(); link != null; link = page.nextLink()) {
            if (!clock.instant().isBefore(giveUp)) {
                throw new GraphException(new GraphFailure.Unreachable(null, null));
            }
            page = exchange.read(following(link, followed), Page.of(item));
            items.addAll(page.items());
        }
        return items;
    }

    private GraphRequest following(String link, Set<String> followed) {
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
