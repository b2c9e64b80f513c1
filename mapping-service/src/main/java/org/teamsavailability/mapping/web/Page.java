package org.teamsavailability.mapping.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most as many as asked for
 * @param nextCursor where the next page begins; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** A page has 1 to this many items. */
    public static final int LARGEST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * What a request asks for.
     *
     * @param after the key of the last item before the page; null for the first page
     * @param limit 1 to {@value #LARGEST}
     */
    public record Asked(@Nullable String after, int limit) {

        /**
         * Reads the parameters.
         *
         * @param cursor a {@code nextCursor} of the same list
         * @throws Problem where one is out of its range
         */
        public static Asked of(@Nullable String cursor, int limit) {
            if (limit < 1 || limit > LARGEST) {
                throw Problem.invalid("limit is %d, use 1 to %d.".formatted(limit, LARGEST));
            }
            return new Asked(cursor == null || cursor.isEmpty() ? null : decoded(cursor), limit);
        }

        private static String decoded(String cursor) {
            try {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                throw Problem.invalid(
                        "cursor is not one that this list gave, use nextCursor of the page"
                                + " before.");
            }
        }

        /**
         * The page of what was fetched.
         *
         * @param fetched up to one more than {@code limit}, which says that there is a next page
         * @param key the key of an item
         */
        public <T> Page<T> page(List<T> fetched, Function<T, String> key) {
            if (fetched.size() <= limit) {
                return new Page<>(fetched, null);
            }
            var items = fetched.subList(0, limit);
            var last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
            return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
        }
    }
}
