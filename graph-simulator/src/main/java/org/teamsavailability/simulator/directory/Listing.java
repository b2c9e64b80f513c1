package org.teamsavailability.simulator.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;

/** A list page by page: 100 entries without {@code $top}, at most 999. */
record Listing(Exchange exchange, Conditions conditions) {
    private static final String TOKEN = "$skiptoken";
    private static final Pattern POSITION = Pattern.compile("page:(-1|\\d{1,9})");
    private static final int EMPTY_PAGE = -1;
    private static final int USUAL = 100;
    private static final int MOST = 999;

    /** The page the query asks for; only its entries are worked out. */
    <T> Reply page(
            String context,
            List<T> all,
            boolean counted,
            Function<T, Map<String, @Nullable Object>> as)
            throws RefusedQuery {
        int from = start();
        int first = Math.min(Math.max(from, 0), all.size());
        int last = from == EMPTY_PAGE ? first : Math.min(all.size(), first + size());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", exchange.origin() + "/v1.0/$metadata#" + context);
        if (counted && exchange.parameter(TOKEN) == null) {
            body.put("@odata.count", all.size());
        }
        if (from == EMPTY_PAGE || last < all.size()) {
            body.put("@odata.nextLink", exchange.origin() + path() + query(last));
        }
        body.put("value", all.subList(first, last).stream().map(as).toList());
        return Reply.json(200, body);
    }

    /** Whether this is a page after the first. */
    static boolean goesOn(Exchange exchange) {
        return exchange.parameter(TOKEN) != null;
    }

    static RefusedQuery badToken() {
        return RefusedQuery.unsupported("Unable to execute query; invalid page token specified.");
    }

    private int start() throws RefusedQuery {
        String token = exchange.parameter(TOKEN);
        if (token == null) {
            return conditions.emptyFirstPage() ? EMPTY_PAGE : 0;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            Matcher position = POSITION.matcher(decoded);
            if (position.matches()) {
                return Integer.parseInt(position.group(1));
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw badToken();
    }

    private int size() throws RefusedQuery {
        String top = exchange.parameter("$top");
        int size = top == null ? USUAL : top.matches("\\d{1,9}") ? Integer.parseInt(top) : 0;
        if (size < 1 || size > MOST) {
            throw RefusedQuery.unsupported(
                    "Invalid page size specified: '"
                            + top
                            + "'. Must be between 1 and "
                            + MOST
                            + " inclusive.");
        }
        return Math.min(size, conditions.pageSize());
    }

    private String path() {
        String target = exchange.target();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private String query(int next) {
        String token =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("page:" + next).getBytes(UTF_8));
        String rest =
                exchange.query().entrySet().stream()
                        .filter(option -> !option.getKey().equals(TOKEN))
                        .map(option -> option.getKey() + "=" + encode(option.getValue().getFirst()))
                        .collect(joining("&"));
        return "?" + (rest.isEmpty() ? "" : rest + "&") + TOKEN + "=" + token;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
