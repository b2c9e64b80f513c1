package org.teamsavailability.localstack.sample;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares JSON with a part of it: fields that the expectation leaves out may be anything. */
final class PartialJson {

    private PartialJson() {}

    /** What differs, one line each; empty where everything expected is there. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(
            String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            for (var field : expected.properties()) {
                compare(
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        field.getValue(),
                        actual.path(field.getKey()),
                        differences);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), differences);
            }
        } else if (!expected.equals(actual)) {
            differences.add(path + " is " + actual + ", expected " + expected);
        }
    }
}
