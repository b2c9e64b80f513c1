package org.teamsavailability.mapping.tenantcheck;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;

/** Follows the link of a first page, once, and only to Graph's own host. */
final class Paging {

    private Paging() {}

    static PageOf first(ConnectedTenant tenant, Query query)
            throws NotTriedException, InterruptedException {
        var first = tenant.ask(query);
        var link = first.nextLink();
        return new PageOf(
                first,
                link != null && tenant.leadsToGraph(link),
                after(tenant, query.area(), first));
    }

    /** The page after this one; null where there is none, or its link leads elsewhere. */
    static @Nullable Reply after(ConnectedTenant tenant, Area area, Reply page)
            throws NotTriedException, InterruptedException {
        var link = page.nextLink();
        return link != null && tenant.leadsToGraph(link)
                ? tenant.ask(new Query.Follow(area, link))
                : null;
    }

    static Finding next(PageOf page) throws NotTriedException {
        if (!page.first().isOk()) {
            throw new NotTriedException("the first page was answered " + page.first().statusText());
        }
        if (page.first().nextLink() == null) {
            throw new NotTriedException(
                    "all %d entries are on one page".formatted(page.first().items().size()));
        }
        if (!page.leadsToGraph()) {
            return new Finding.Different("to another host; it was not followed");
        }
        var second = page.second();
        return Finding.of(
                second != null && second.isPage(),
                "%d entries, then a link to Graph, answered %s"
                        .formatted(
                                page.first().items().size(),
                                second == null ? "nothing" : second.statusText()));
    }
}
