package org.teamsavailability.systemtests.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.teamsavailability.schemas.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/events.md}, taken apart. */
record EventsDocument(String text) {

    static final Path FOLDER = Path.of("..", "docs");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /**
     * A fenced block.
     *
     * @param label what follows the fence, as {@code json DispatchRequested}
     */
    record Block(String label, String content) {}

    /** JSON that claims to be a record. */
    record Example(Class<? extends SpecificRecord> type, JsonNode json) {

        @Override
        public String toString() {
            return type.getSimpleName() + " " + json;
        }
    }

    static EventsDocument read() {
        try {
            return new EventsDocument(Files.readString(FOLDER.resolve("events.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** The words in `code` outside the blocks. */
    Set<String> namesInProse() {
        return CODE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .flatMap(code -> WORD.matcher(code.group()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    List<Example> examples() {
        return blocks().stream()
                .filter(block -> block.label().startsWith("json"))
                .map(block ->
                        new Example(
                                typeNamed(block.label().substring("json".length()).strip()),
                                JsonMapper.shared().readTree(block.content())))
                .toList();
    }

    private static Class<? extends SpecificRecord> typeNamed(String name) {
        for (var topic : Topics.ALL) {
            var value = topic.value();
            if (value != null && value.getSimpleName().equals(name)) {
                return value;
            }
        }
        throw new AssertionError(
                "A block of JSON in events.md has to name a record of a topic, as in"
                        + " ```json DispatchRequested, not '"
                        + name
                        + "'");
    }
}
