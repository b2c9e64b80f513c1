package org.teamsavailability.enricher.cases;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Candidate;
import org.teamsavailability.rules.DispatchMode;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.Slot;
import org.teamsavailability.rules.instruction.Instructions;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worked case in data: what is asked, what the world is like, and what the answer has to be.
 *
 * @param mapped the technicians who have an account
 * @param accounts whose account a technician is mapped to; who is not in it has one of their own
 * @param presence by whose account it is
 * @param shifts by team
 * @param timeOff by team
 * @param graph what Microsoft's servers do
 * @param expect what is left out is not compared
 */
record Case(
        String id,
        String name,
        Instant now,
        Request request,
        List<String> mapped,
        @Nullable Map<String, String> accounts,
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
            @Nullable Instant respondBy,
            boolean enabled,
            List<Person> candidates) {}

    record Person(String id, @Nullable Slot slot) {}

    record Presence(
            @Nullable String availability, @Nullable String activity, boolean outOfOffice) {}

    /**
     * A shift or time off.
     *
     * @param user whose account it is for
     * @param start with {@code end}: null where Microsoft gives none, so that the row is unusable
     * @param draft whether it was never shared
     * @param draftStart with {@code draftEnd}: what a manager changes it to, which is not shared
     *     yet; null where nothing is pending
     */
    record Entry(
            String user,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean draft,
            boolean stagedForDeletion,
            @Nullable Instant draftStart,
            @Nullable Instant draftEnd) {

        boolean isUsable() {
            return start != null && end != null && end.isAfter(start);
        }
    }

    /**
     * What goes wrong: null or {@code ok}, an HTTP status, {@code 502-html}, {@code hang}, {@code
     * truncated}, {@code not-provisioned}, or an AADSTS error. One of a read comes half-way: the
     * token it had is no longer taken, and a new one is refused with that error.
     *
     * @param shifts by team
     * @param token for every read
     */
    record Graph(
            @Nullable String presence,
            @Nullable Map<String, String> shifts,
            @Nullable String token) {

        private static final String NOTHING = "ok";

        String presenceFault() {
            return fault(presence);
        }

        String rotaFault(String team) {
            return fault(shifts == null ? null : shifts.get(team));
        }

        String tokenFault() {
            return fault(token);
        }

        static boolean isNothing(String fault) {
            return fault.equals(NOTHING);
        }

        private static String fault(@Nullable String given) {
            return given == null ? NOTHING : given;
        }
    }

    /** The cases of a file; what has no request, such as a phrasing of instructions, is none. */
    static List<Case> read(InputStream json) throws IOException {
        try (json) {
            return JSON.readTree(json)
                    .valueStream()
                    .filter(each -> each.has("request"))
                    .map(each -> JSON.treeToValue(each, Case.class))
                    .toList();
        }
    }

    DispatchQuestion question() {
        return new DispatchQuestion(
                request.mode(),
                request.slot(),
                request.planningWindow(),
                request.candidates().stream()
                        .map(person -> new Candidate(person.id(), person.slot()))
                        .toList(),
                request.enabled(),
                rotaTeams(),
                Instructions.read(request.instructions(), request.priority()));
    }

    List<String> rotaTeams() {
        return request.rotaTeams() == null ? List.of() : request.rotaTeams();
    }

    /** Whose account a mapped technician has. */
    String accountOf(String technician) {
        return accounts == null ? technician : accounts.getOrDefault(technician, technician);
    }

    /** Whether the simulator can serve its rota: every row has a start and a later end. */
    boolean hasOnlyUsableRows() {
        return Stream.of(shifts, timeOff)
                .flatMap(rows -> rows.values().stream())
                .flatMap(List::stream)
                .allMatch(Entry::isUsable);
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
