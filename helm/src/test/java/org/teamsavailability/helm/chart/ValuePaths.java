package org.teamsavailability.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as pairs of path and text; a list, and an object without fields, counts as one value. */
public final class ValuePaths {

    private ValuePaths() {}

    /** One value. */
    public record Value(String path, String text) {}

    public static List<Value> of(JsonNode values) {
        var found = new ArrayList<Value>();
        collect("", values, found);
        return found;
    }

    private static void collect(String path, JsonNode node, List<Value> found) {
        if (!node.isObject() || node.isEmpty()) {
            found.add(new Value(path, node.toString()));
            return;
        }
        node.properties().forEach(it -> collect(path + "/" + it.getKey(), it.getValue(), found));
    }
}
