package org.teamsavailability.operations.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.schemas.DispatchRequested;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests from JSON; {@code requestId} and {@code requestedAt} may be left out. */
public final class Requests {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Bytes; all of them are held in memory. */
    private static final long LARGEST_FILE = 16L * 1024 * 1024;

    private final RecordReader reader;
    private final Supplier<String> newId;

    /**
     * @param newId gives a request without an id one
     */
    public Requests(RecordReader reader, Supplier<String> newId) {
        this.reader = reader;
        this.newId = newId;
    }

    /**
     * Reads a file with one JSON object a line; empty lines are skipped.
     *
     * @throws BadInput if the file cannot be read, holds no request, or a line is not one
     */
    public List<DispatchRequested> file(Path file) {
        var requests = new ArrayList<DispatchRequested>();
        var lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                try {
                    requests.add(one(parse(line)));
                } catch (BadInput e) {
                    throw e.in(file + " line " + number);
                }
            }
        }
        if (requests.isEmpty()) {
            throw new BadInput(file.toString(), "is empty", "one JSON object a line");
        }
        return requests;
    }

    /**
     * Reads one request.
     *
     * @throws BadInput if the JSON is not of the record's form; names the field
     */
    public DispatchRequested one(JsonNode json) {
        if (json instanceof ObjectNode object) {
            if (!object.has("requestId")) {
                object.put("requestId", newId.get());
            }
            if (!object.has("requestedAt")) {
                object.put("requestedAt", "now");
            }
        }
        return reader.read(DispatchRequested.class, json);
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new BadInput(
                    "the text",
                    "is no JSON at column " + e.getLocation().getColumnNr(),
                    "one JSON object, no field twice");
        }
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new BadInput("--file", "is larger than 16 MiB", "several smaller files");
            }
            return Files.readAllLines(file);
        } catch (IOException _) {
            throw new BadInput("--file", "is '" + file + "'", "a file of UTF-8 text that is there");
        }
    }
}
