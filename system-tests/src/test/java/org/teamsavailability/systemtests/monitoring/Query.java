package org.teamsavailability.systemtests.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A query of a dashboard or an alert, as far as it names metrics.
 *
 * @param source where it stands, for the person who has to fix it
 */
public record Query(String source, String text) {

    private static final Pattern METRIC =
            Pattern.compile(
                    "\\b((?:teams|kafka|http|hikaricp|jvm|process)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER =
            Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    /** What is asked of a metric. */
    public record Metric(String name, List<Matcher> matchers) {}

    /** One condition on a label. */
    public record Matcher(String label, String operator, String value) {

        /** The values that are wanted by name; none where it is a pattern or a variable. */
        public List<String> values() {
            return value.matches("[A-Za-z_|-]+") ? List.of(value.split("\\|")) : List.of();
        }
    }

    /** The metrics that it names. */
    public List<Metric> metrics() {
        var found = new ArrayList<Metric>();
        var metric = METRIC.matcher(text);
        while (metric.find()) {
            var matchers = new ArrayList<Matcher>();
            var matcher = MATCHER.matcher(metric.group(2) == null ? "" : metric.group(2));
            while (matcher.find()) {
                matchers.add(new Matcher(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
            found.add(new Metric(metric.group(1), matchers));
        }
        return found;
    }

    /** The labels that it groups by. */
    public Set<String> grouping() {
        var labels = new TreeSet<String>();
        var grouping = GROUPING.matcher(text);
        while (grouping.find()) {
            labels.addAll(List.of(grouping.group(1).split(",\\s*")));
        }
        return labels;
    }

    @Override
    public String toString() {
        return source + ": " + text;
    }
}
