package org.teamsavailability.enricher.rules;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worked case in data: what is asked, what the world is like, and what the answer has to be.
 *
 * @param needs what of the product the case waits for; null where it can be run
 * @param mapped the technicians who have an account
 * @param presence by technician id
 * @param shifts by team
 * @param timeOff by team
 * @param graph what Microsoft's servers do
 * @param expect what is left out is not compared
 */
record Case(
        String id,
        String name,
        @Nullable String needs,
        Instant now,
        Request request,
        List<String> mapped,
        Map<String, Presence> presence,
        Map<String, List<Entry>> shifts,
        Map<String, List<Entry>> timeOff,
        Graph graph,
        JsonNode expect) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    record Request(
            DispatchMode mode,
            @Nullable String priority,
            @Nullable Slot slot,
            @Nullable Slot planningWindow,
            @Nullable List<String> rotaTeams,
            @Nullable String instructions,
            boolean enabled,
            List<Person> candidates) {}

    record Person(String id, @Nullable Slot slot) {}

    record Presence(
            @Nullable String availability, @Nullable String activity, boolean outOfOffice) {}

    /** A shift or time off. */
    record Entry(
            String user, Instant start, Instant end, boolean draft, boolean stagedForDeletion) {}

    record Graph(
            @Nullable String presence,
            @Nullable Map<String, String> shifts,
            @Nullable String token) {}

    static List<Case> read(InputStream json) throws IOException {
        try (json) {
            return List.of(JSON.readValue(json, Case[].class));
        }
    }

    DispatchQuestion question() {
        return new DispatchQuestion(
                request.mode(),
                request.priority(),
                request.slot(),
                request.planningWindow(),
                request.candidates().stream()
                        .map(person -> new Candidate(person.id(), person.slot()))
                        .toList(),
                request.enabled(),
                request.rotaTeams() == null ? List.of() : request.rotaTeams(),
                request.instructions());
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
