package org.teamsavailability.simulator.dataset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.commandline.TimeText;
import org.teamsavailability.simulator.exchange.Ids;
import tools.jackson.databind.JsonNode;

/**
 * An object in a data file or a control request. Every way to read a field throws {@link BadData}
 * where it is not as it must be.
 */
public final class DataNode {
    private final String source;
    private final String path;
    private final JsonNode node;

    private DataNode(String source, String path, JsonNode node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    /** The outermost object of what came from this source. */
    public static DataNode root(String source, JsonNode node) {
        if (!node.isObject()) {
            throw new BadData(source + ": is not an object with fields");
        }
        return new DataNode(source, "", node);
    }

    /** Refuses fields other than these. */
    public DataNode only(String... allowed) {
        Set<String> unknown = new LinkedHashSet<>(node.propertyNames());
        unknown.removeAll(Set.of(allowed));
        if (!unknown.isEmpty()) {
            throw bad(unknown.iterator().next(), "is unknown here", String.join(", ", allowed));
        }
        return this;
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether the field is there, be it null. */
    public boolean mentions(String field) {
        return node.has(field);
    }

    /** A text or another plain value; null without it. */
    public @Nullable String text(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw bad(field, "has parts", "a plain value");
        }
        return value.asString();
    }

    /** The same, which must be there. */
    public String required(String field) {
        String text = text(field);
        if (text == null) {
            throw bad(field, "is missing", "a value");
        }
        return text;
    }

    /** A GUID, which must be there. */
    public UUID guid(String field) {
        return read(field, required(field), Ids::guid, "a GUID");
    }

    /** A yes or no; the fallback without the field. */
    public boolean flag(String field, boolean fallback) {
        String text = text(field);
        return text == null
                ? fallback
                : read(field, text, Map.of("true", true, "false", false)::get, "true or false");
    }

    /** A whole number from {@code least} to {@code most}; null without the field. */
    public @Nullable Integer number(String field, int least, int most) {
        String text = text(field);
        return text == null
                ? null
                : read(
                        field,
                        text,
                        value -> whole(value, least, most),
                        "a whole number from " + least + " to " + most);
    }

    /** A duration; null without the field. */
    public @Nullable Duration duration(String field) {
        String text = text(field);
        return text == null ? null : read(field, text, TimeText::duration, TimeText.DURATION_FORM);
    }

    /** An instant; null without the field. */
    public @Nullable Instant instant(String field, Instant now) {
        String text = text(field);
        return text == null
                ? null
                : read(field, text, value -> TimeText.instant(value, now), TimeText.INSTANT_FORM);
    }

    /** One of these values by its label; the fallback without the field. */
    public <T> T choice(String field, T fallback, Map<String, T> choices) {
        String text = text(field);
        return text == null
                ? fallback
                : read(field, text, choices::get, String.join(", ", choices.keySet()));
    }

    /** A list of plain values; null without the field. Their values never show in an error. */
    public @Nullable Set<String> texts(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.valueStream().anyMatch(item -> !item.isValueNode())) {
            throw bad(field, "is something else", "a list of plain values");
        }
        return value.valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A list of GUIDs; none without the field. */
    public List<UUID> guids(String field) {
        Set<String> texts = texts(field);
        return texts == null
                ? List.of()
                : texts.stream().map(text -> read(field, text, Ids::guid, "GUIDs")).toList();
    }

    /** The objects in a list; none without the field. */
    public List<DataNode> objects(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw bad(field, "is something else", "a list");
        }
        List<DataNode> objects = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            objects.add(object(field + "[" + i + "]", value.path(i)));
        }
        return objects;
    }

    /** An object; null without the field. */
    public @Nullable DataNode object(String field) {
        return has(field) ? object(field, node.path(field)) : null;
    }

    /** What is wrong with a field, and what may be there. */
    public BadData bad(String field, String wrong, String allowed) {
        String place = path.isEmpty() ? field : path + "." + field;
        return new BadData(source + ": " + place + " " + wrong + ", allowed: " + allowed);
    }

    private DataNode object(String field, JsonNode value) {
        if (!value.isObject()) {
            throw bad(field, "is something else", "an object with fields");
        }
        return new DataNode(source, path.isEmpty() ? field : path + "." + field, value);
    }

    private <T> T read(
            String field, String text, Function<String, @Nullable T> reader, String allowed) {
        T value = reader.apply(text);
        if (value == null) {
            throw bad(field, "is '" + text + "'", allowed);
        }
        return value;
    }

    private static @Nullable Integer whole(String text, int least, int most) {
        if (!text.matches("-?\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }
}
