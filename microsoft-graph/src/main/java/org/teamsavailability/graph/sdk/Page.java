package org.teamsavailability.graph.sdk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A page of a collection.
 *
 * @param items those that the reader made something of
 * @param nextLink where the next page is, as the server wrote it; null on the last one
 */
record Page<T>(List<T> items, @Nullable String nextLink) {

    /** Makes something of an item, or null of one to be left out. */
    interface ItemReader<T> {
        @Nullable T read(JsonParser json);
    }

    static <T> BodyReader<Page<T>> of(ItemReader<T> item) {
        return json -> new Reading<>(item).read(json);
    }

    private static final class Reading<T> {
        private final ItemReader<T> item;
        private final List<T> items = new ArrayList<>();
        private boolean hasValue;
        private @Nullable String nextLink;

        Reading(ItemReader<T> item) {
            this.item = item;
        }

        Page<T> read(JsonParser json) {
            JsonFields.each(json, name -> field(json, name));
            if (!hasValue) {
                throw new UnexpectedShape();
            }
            return new Page<>(items, nextLink);
        }

        private void field(JsonParser json, String name) {
            switch (name) {
                case "value" -> items(json);
                case "@odata.nextLink" -> nextLink = JsonFields.text(json);
                default -> JsonFields.skip(json);
            }
        }

        private void items(JsonParser json) {
            hasValue = true;
            json.nextToken();
            JsonFields.require(json, JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                var read = item.read(json);
                if (read != null) {
                    items.add(read);
                }
            }
        }
    }
}
