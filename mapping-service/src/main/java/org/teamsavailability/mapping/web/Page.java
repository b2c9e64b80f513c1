package org.teamsavailability.mapping.web;

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

    /** Of a cursor that no list gave, although it is whole. */
    public static Problem invalidCursor() {
        return Cursor.invalid();
    }

    /** A page of a list of a service desk, as a request asks for it. */
    public static final class Asked {

        private final Cursor cursor;
        private final @Nullable String after;
        private final int limit;

        private Asked(Cursor cursor, @Nullable String after, int limit) {
            this.cursor = cursor;
            this.after = after;
            this.limit = limit;
        }

        /**
         * Reads the parameters.
         *
         * @param list the name of the list, so that a cursor of another list is found out
         * @param serviceDeskId the desk whose list it is
         * @param cursor a {@code nextCursor} of the same list; null or empty for the first page
         * @param limit 1 to {@value #LARGEST}
         * @throws Problem a 400 where the cursor is damaged or another list's; a 422 where the
         *     limit is out of its range
         */
        public static Asked of(
                String list, String serviceDeskId, @Nullable String cursor, int limit) {
            if (limit < 1 || limit > LARGEST) {
                throw Problem.invalid(
                        FieldError.ofParameter(
                                "limit", "is %d, use 1 to %d".formatted(limit, LARGEST)));
            }
            var cursors = new Cursor(list, serviceDeskId);
            return new Asked(
                    cursors,
                    cursor == null || cursor.isEmpty() ? null : cursors.place(cursor),
                    limit);
        }

        /** The place of the last item before the page; null for the first page. */
        public @Nullable String after() {
            return after;
        }

        /**
         * The same for a list whose places are offsets.
         *
         * @throws Problem a 400 where the place is none
         */
        public @Nullable Long afterOffset() {
            try {
                return after == null ? null : Long.valueOf(after);
            } catch (NumberFormatException _) {
                throw Cursor.invalid();
            }
        }

        /** The cursor of a place; null if that is null. */
        public @Nullable String cursor(@Nullable Long place) {
            return place == null ? null : cursor.of(place.toString());
        }

        /**
         * The page of what was fetched.
         *
         * @param fetched up to one more than the limit, which says that there is a next page
         * @param place where an item stands in the list
         */
        public <T> Page<T> page(List<T> fetched, Function<T, String> place) {
            if (fetched.size() <= limit) {
                return new Page<>(fetched, null);
            }
            var items = fetched.subList(0, limit);
            return new Page<>(items, cursor.of(place.apply(items.getLast())));
        }
    }
}
