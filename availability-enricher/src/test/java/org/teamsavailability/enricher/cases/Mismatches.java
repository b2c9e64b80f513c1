package org.teamsavailability.enricher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Fallback;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what a case expects of it: one line a difference. */
final class Mismatches {

    private final Case of;
    private final CandidateAvailability answer;
    private final @Nullable Long graphCalls;
    private final List<String> lines = new ArrayList<>();

    private Mismatches(Case of, CandidateAvailability answer, @Nullable Long graphCalls) {
        this.of = of;
        this.answer = answer;
        this.graphCalls = graphCalls;
    }

    /**
     * Fails where there is one, and prints them all.
     *
     * @param graphCalls how many calls Microsoft got; null where nobody is called
     */
    static void requireNone(Case of, CandidateAvailability answer, @Nullable Long graphCalls) {
        Mismatches mismatches = new Mismatches(of, answer, graphCalls);
        of.expect().properties().forEach(mismatches::compare);
        mismatches.lines.forEach(System.out::println);
        assertThat(mismatches.lines).isEmpty();
    }

    private void compare(Map.Entry<String, JsonNode> field) {
        JsonNode expected = field.getValue();
        switch (field.getKey()) {
            case "reasons" -> compare("reasons", texts(expected), each(Fallback::getReason));
            case "signals" -> compare("signals", texts(expected), each(Fallback::getSignal));
            case "message" -> compare("message", texts(expected), messages(expected));
            case "candidates" -> compareCandidates(expected);
            case "instructions" -> compareInstructions(expected);
            case "graphCalls" -> {
                if (graphCalls != null) {
                    compare("graphCalls", expected.asString(), graphCalls.toString());
                }
            }
            case String name -> compare(name, expected, answer);
        }
    }

    private void compareCandidates(JsonNode expected) {
        if (expected.isEmpty()) {
            compare("candidates", List.of(), answer.getCandidates());
        }
        for (Map.Entry<String, JsonNode> candidate : expected.properties()) {
            List<CandidateVerdict> verdicts =
                    answer.getCandidates().stream()
                            .filter(it -> it.getTechnicianId().equals(candidate.getKey()))
                            .toList();
            if (verdicts.isEmpty()) {
                lines.add(line(candidate.getKey(), candidate.getValue(), "no verdict"));
                continue;
            }
            for (Map.Entry<String, JsonNode> field : candidate.getValue().properties()) {
                compare(field.getKey(), field.getValue(), verdicts.getFirst());
            }
        }
    }

    private void compareInstructions(JsonNode expected) {
        List<String> wanted =
                expected.valueStream()
                        .map(it -> it.get("text").asString() + " = " + it.get("outcome").asString())
                        .toList();
        List<String> got =
                answer.getInstructions().stream()
                        .map(it -> it.getText() + " = " + it.getOutcome())
                        .toList();
        compare("instructions", wanted, got);
    }

    /** Compares a field of a record that is named as in the case. */
    private void compare(String name, JsonNode expected, SpecificRecordBase in) {
        Schema.Field field = in.getSchema().getField(name);
        String wanted = expected.isNull() ? "null" : expected.asString();
        String got =
                field == null
                        ? "a field this test cannot compare"
                        : String.valueOf(in.get(field.pos()));
        compare(
                in instanceof CandidateVerdict of ? of.getTechnicianId() + "." + name : name,
                wanted,
                got);
    }

    private List<String> messages(JsonNode expected) {
        return answer.getFallbacks().stream()
                .limit(texts(expected).size())
                .map(Fallback::getMessage)
                .toList();
    }

    private List<String> each(Function<Fallback, Enum<?>> part) {
        return answer.getFallbacks().stream().map(it -> part.apply(it).name()).toList();
    }

    /** The texts of an array, or the one text. */
    private static List<String> texts(JsonNode array) {
        return array.isArray()
                ? array.valueStream().map(JsonNode::asString).toList()
                : List.of(array.asString());
    }

    private void compare(String field, Object expected, Object got) {
        if (!Objects.equals(expected, got)) {
            lines.add(line(field, expected, got));
        }
    }

    private String line(String field, Object expected, Object got) {
        return "%s: %s: expected %s, got %s".formatted(of, field, expected, got);
    }
}
