package org.teamsavailability.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionResult;
import org.teamsavailability.rules.instruction.SingleSentences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Custom instructions as people write them: the bundled ones, and with {@code -Dcases=FILE} those
 * of that file.
 */
final class Phrasings {

    private static final Pattern REFUSED = Pattern.compile("never \\w+");

    /**
     * One text.
     *
     * @param want one outcome a sentence, or in words which outcomes each sentence may have; null
     *     where any is right
     */
    record Phrasing(
            String customInstructions,
            @Nullable String ticketPriority,
            @Nullable List<String> want) {

        /** Whether these are the outcomes, sentence by sentence. */
        boolean accepts(List<InstructionResult> outcomes) {
            if (want == null) {
                return true;
            }
            List<String> names = outcomes.stream().map(Enum::name).toList();
            return names.equals(want)
                    || (!isExact(names.size()) && allowed().containsAll(outcomes));
        }

        private boolean isExact(int sentences) {
            List<String> known = Arrays.stream(InstructionResult.values()).map(Enum::name).toList();
            return want != null && want.size() == sentences && known.containsAll(want);
        }

        private Set<InstructionResult> allowed() {
            String words =
                    REFUSED.matcher(String.join(" ", Objects.requireNonNull(want))).replaceAll("");
            Set<InstructionResult> allowed = EnumSet.noneOf(InstructionResult.class);
            for (InstructionResult result : InstructionResult.values()) {
                if (words.contains(result.name())) {
                    allowed.add(result);
                }
            }
            return allowed;
        }
    }

    private Phrasings() {}

    static List<Phrasing> all() throws IOException {
        List<Phrasing> all = new ArrayList<>();
        try (InputStream bundled = Phrasings.class.getResourceAsStream("/cases/phrasings.json")) {
            all.addAll(read(Objects.requireNonNull(bundled)));
        }
        String given = System.getProperty("cases", "");
        if (!given.isEmpty()) {
            try (InputStream file = Files.newInputStream(Path.of(given))) {
                all.addAll(read(file));
            }
        }
        return all;
    }

    /** The texts of one sentence that has no form. */
    static List<String> notUnderstood() throws IOException {
        return all().stream()
                .map(Phrasing::customInstructions)
                .filter(it -> SingleSentences.of(it).size() == 1)
                .filter(it -> !SingleSentences.isUnderstood(SingleSentences.of(it).getFirst()))
                .toList();
    }

    private static List<Phrasing> read(InputStream json) {
        JsonMapper mapper = JsonMapper.builder().build();
        List<Phrasing> phrasings = new ArrayList<>();
        for (JsonNode each : mapper.readTree(json)) {
            if (each.has("customInstructions")) {
                phrasings.add(mapper.treeToValue(each, Phrasing.class));
            }
        }
        return phrasings;
    }
}
