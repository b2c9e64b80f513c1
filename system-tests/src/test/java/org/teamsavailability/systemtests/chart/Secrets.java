package org.teamsavailability.systemtests.chart;

import java.util.HashMap;
import java.util.Map;

/** The Secrets of a namespace: what an operator makes before the chart is installed. */
public final class Secrets {

    private final Map<String, Map<String, String>> secrets = new HashMap<>();

    /** Makes one, or another in its place. */
    public Secrets with(String name, Map<String, String> content) {
        secrets.put(name, Map.copyOf(content));
        return this;
    }

    /**
     * What a pod gets.
     *
     * @throws IllegalStateException where Kubernetes would not start it
     */
    String get(String name, String key) {
        var content = secrets.getOrDefault(name, Map.of()).get(key);
        if (content == null) {
            throw new IllegalStateException("There is no Secret " + name + " with the key " + key);
        }
        return content;
    }

    @Override
    public String toString() {
        return "Secrets" + secrets.keySet();
    }
}
