package org.teamsavailability.graph.sdk;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.settings.GraphSettings;

/** Reads all pages of a collection into one list; a read that takes too long is given up. */
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
        var links = new NextLinks(most);
        var page = exchange.read(first, Page.of(item));
        items.addAll(page.items());
        for (var link = page.nextLink(); link != null; link = page.nextLink()) {
            if (!clock.instant().isBefore(giveUp)) {
                throw new GraphException(new GraphFailure.TimedOut(null, null));
            }
            page = exchange.read(links.follow(link), Page.of(item));
            items.addAll(page.items());
        }
        return items;
    }
}
