package org.teamsavailability.operations.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teamsavailability.commandline.TimeText;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.InstantForm;
import org.teamsavailability.schemas.json.InvalidJsonException;
import org.teamsavailability.schemas.json.RecordReader;
import org.teamsavailability.schemas.json.Requests;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as people write them: one JSON object a line, instants such as {@code now+2h}. */
public final class RequestFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Bytes; all of them are held in memory. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private RequestFile() {}

    /**
     * Reads requests whose instants may be relative.
     *
     * @param now what {@code now} means
     * @param newId gives a request without an id one
     */
    public static Requests requests(Instant now, Supplier<String> newId) {
        var instants = new InstantForm(text -> TimeText.instant(text, now), TimeText.INSTANT_FORM);
        return new Requests(new RecordReader(instants), newId, () -> now);
    }

    /**
     * The requests of a file with one JSON object a line; empty lines are skipped.
     *
     * @throws BadInput if the file cannot be read, holds no request, or a line is not one
     */
    static List<DispatchRequested> read(Path file, Requests form) {
        var requests = new ArrayList<DispatchRequested>();
        var lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                try {
                    requests.add(form.one(parse(line)));
                } catch (BadInput | InvalidJsonException e) {
                    throw new BadInput(file + " line " + number + ": " + e.getMessage());
                }
            }
        }
        if (requests.isEmpty()) {
            throw new BadInput(file.toString(), "is empty", "one JSON object a line");
        }
        return requests;
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
            if (Files.size(file) > LARGEST) {
                throw new BadInput("--file", "is larger than 16 MiB", "several smaller files");
            }
            return Files.readAllLines(file);
        } catch (IOException _) {
            throw new BadInput("--file", "is '" + file + "'", "a file of UTF-8 text that is there");
        }
    }
}
