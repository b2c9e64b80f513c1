package org.teamsavailability.benchmarks.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Measurements, a line of JSON each. A row that is measured again replaces what was there. */
public final class Results {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Measurement> measurements = new ArrayList<>();

    public Results(Collection<Measurement> measurements) {
        this.measurements.addAll(measurements);
    }

    /** Those of a file; none where it does not exist. */
    public static Results read(Path file) {
        if (!Files.exists(file)) {
            return new Results(List.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new Results(
                    lines.filter(line -> !line.isBlank())
                            .map(line -> JSON.readValue(line, Measurement.class))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be read: " + file, e);
        }
    }

    /** Adds a line to a file, which is made where it does not exist. */
    public static void append(Path file, Measurement measurement) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JSON.writeValueAsString(measurement) + "\n",
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be written: " + file, e);
        }
    }

    /** Removes the lines of a row from a file. */
    public static void forget(Path file, String row) {
        var kept = read(file).measurements.stream().filter(m -> !m.row().equals(row)).toList();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be replaced: " + file, e);
        }
        kept.forEach(measurement -> append(file, measurement));
    }

    public boolean isEmpty() {
        return measurements.isEmpty();
    }

    public List<Measurement> all() {
        return List.copyOf(measurements);
    }

    /** By trial, in the order in which they were first measured. */
    public Map<TrialKey, Map<String, Summary>> ofRow(String row) {
        var values = new LinkedHashMap<TrialKey, Map<String, List<Double>>>();
        for (var measurement : measurements) {
            if (measurement.row().equals(row)) {
                var ofTrial = values.computeIfAbsent(measurement.key(), _ -> new LinkedHashMap<>());
                measurement
                        .figures()
                        .forEach((label, value) ->
                                ofTrial.computeIfAbsent(label, _ -> new ArrayList<>()).add(value));
            }
        }
        var summaries = new LinkedHashMap<TrialKey, Map<String, Summary>>();
        values.forEach((trial, figures) -> {
            var ofTrial = new LinkedHashMap<String, Summary>();
            figures.forEach((label, all) -> ofTrial.put(label, Summary.of(all)));
            summaries.put(trial, ofTrial);
        });
        return summaries;
    }

    /** One figure of one trial. */
    public Optional<Summary> find(TrialKey trial, String label) {
        return Optional.ofNullable(ofRow(trial.row()).get(trial)).map(all -> all.get(label));
    }
}
