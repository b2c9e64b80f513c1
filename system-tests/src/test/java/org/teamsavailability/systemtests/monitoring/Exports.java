package org.teamsavailability.systemtests.monitoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a service exports, read from one scrape or several. */
public final class Exports {

    private static final String TYPE = "# TYPE ";
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Labels that Prometheus, histograms and Kafka's own metrics have besides. */
    private static final Set<String> BESIDES =
            Set.of("le", "quantile", "job", "instance", "namespace", "kafka_version");

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, Map<String, Set<String>>> samples = new HashMap<>();

    /** Adds what a scrape holds. */
    public Exports with(String scrape) {
        scrape.lines().forEach(this::read);
        return this;
    }

    private void read(String line) {
        if (line.startsWith(TYPE)) {
            int end = line.indexOf(' ', TYPE.length());
            types.put(line.substring(TYPE.length(), end), line.substring(end + 1));
        }
        var sample = SAMPLE.matcher(line);
        if (sample.matches()) {
            var labels = samples.computeIfAbsent(sample.group(1), _ -> new TreeMap<>());
            var label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.computeIfAbsent(label.group(1), _ -> new TreeSet<>()).add(label.group(2));
            }
        }
    }

    /** Type by name, as it is after {@code # TYPE}. */
    public Map<String, String> types() {
        return types;
    }

    /** Whether a query may name it: a histogram as its buckets, its count or its sum. */
    public boolean has(String sample) {
        return samples.containsKey(sample);
    }

    /** The labels of a query's name, those of Prometheus included. */
    public Set<String> labelsOf(String sample) {
        var labels = new HashSet<>(samples.getOrDefault(sample, Map.of()).keySet());
        labels.addAll(BESIDES);
        return labels;
    }

    /** The labels that a meter itself has. */
    public Set<String> ownLabelsOf(String name) {
        var labels = new TreeSet<String>();
        for (var part : new String[] {"", "_count"}) {
            labels.addAll(samples.getOrDefault(name + part, Map.of()).keySet());
        }
        labels.removeAll(BESIDES);
        return labels;
    }

    /** The values of a label. */
    public Set<String> values(String sample, String label) {
        return samples.getOrDefault(sample, Map.of()).getOrDefault(label, Set.of());
    }
}
