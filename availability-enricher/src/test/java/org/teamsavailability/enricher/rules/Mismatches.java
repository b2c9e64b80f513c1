package org.teamsavailability.enricher.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what a case expects of it: one line a difference. */
final class Mismatches {

    private final Case of;
    private final Answer answer;
    private final List<String> lines = new ArrayList<>();

    private Mismatches(Case of, Answer answer) {
        this.of = of;
        this.answer = answer;
    }

    static List<String> of(Case of, Answer answer) {
        Mismatches mismatches = new Mismatches(of, answer);
        of.expect().properties().forEach(mismatches::compare);
        return mismatches.lines;
    }

    private void compare(Map.Entry<String, JsonNode> field) {
        JsonNode expected = field.getValue();
        switch (field.getKey()) {
            case "source" -> compare("source", expected, answer.source());
            case "reasons" -> compare("reasons", texts(expected), each(Fallback::reason));
            case "signals" -> compare("signals", texts(expected), each(Fallback::signal));
            case "message" -> compare("message", expected, answer.fallbacks().getFirst().message());
            case "nobodyAvailable" ->
                    compare("nobodyAvailable", expected, answer.nobodyAvailable());
            case "nextExpectedAt" -> compare("nextExpectedAt", expected, answer.nextExpectedAt());
            case "candidates" -> compareCandidates(expected);
            case "instructions" -> compareInstructions(expected);
            case "graphCalls" -> {} // nobody is called here
            default ->
                    lines.add(line(field.getKey(), expected, "a field this test cannot compare"));
        }
    }

    private void compareCandidates(JsonNode expected) {
        if (expected.isEmpty()) {
            compare("candidates", List.of(), answer.verdicts());
        }
        for (Map.Entry<String, JsonNode> candidate : expected.properties()) {
            List<Verdict> verdicts =
                    answer.verdicts().stream()
                            .filter(it -> it.technicianId().equals(candidate.getKey()))
                            .toList();
            if (verdicts.isEmpty()) {
                lines.add(line(candidate.getKey(), candidate.getValue(), "no verdict"));
                continue;
            }
            for (Map.Entry<String, JsonNode> field : candidate.getValue().properties()) {
                compare(
                        candidate.getKey() + "." + field.getKey(),
                        field.getValue(),
                        value(verdicts.getFirst(), field.getKey()));
            }
        }
    }

    private static @Nullable Object value(Verdict verdict, String field) {
        return switch (field) {
            case "presence" -> verdict.presence();
            case "rota" -> verdict.rota();
            case "blocked" -> verdict.blocked();
            case "preference" -> verdict.preference();
            case "explanation" -> verdict.explanation();
            default -> "a field this test cannot compare";
        };
    }

    private void compareInstructions(JsonNode expected) {
        List<String> wanted =
                expected.valueStream()
                        .map(it -> it.get("text").asString() + " = " + it.get("outcome").asString())
                        .toList();
        List<String> got =
                answer.instructions().stream().map(it -> it.text() + " = " + it.outcome()).toList();
        compare("instructions", wanted, got);
    }

    private List<String> each(Function<Fallback, Enum<?>> part) {
        return answer.fallbacks().stream().map(it -> part.apply(it).name()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private void compare(String field, JsonNode expected, @Nullable Object got) {
        String wanted = expected.isNull() ? "null" : expected.asString();
        compare(field, wanted, String.valueOf(got));
    }

    private void compare(String field, Object expected, Object got) {
        if (!expected.equals(got)) {
            lines.add(line(field, expected, got));
        }
    }

    private String line(String field, Object expected, Object got) {
        return "%s: %s: expected %s, got %s".formatted(of, field, expected, got);
    }
}
