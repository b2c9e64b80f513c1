package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.graph.GraphException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of cases/auto-map.json, and with {@code -DautoMapCases=FILE} those of that file. */
class AutoMapCasesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<AutoMapCase> cases() throws IOException {
        try (var ours = AutoMapCasesTest.class.getResourceAsStream("/cases/auto-map.json")) {
            var all =
                    new ArrayList<>(AutoMapCase.read(Objects.requireNonNull(ours).readAllBytes()));
            var given = System.getProperty("autoMapCases", "");
            if (!given.isEmpty()) {
                all.addAll(AutoMapCase.read(Files.readAllBytes(Path.of(given))));
            }
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsTheCaseSays(AutoMapCase it) {
        var actual = actual(it);

        it.expect()
                .propertyNames()
                .forEach(name ->
                        assertThat(normal(actual.path(name)))
                                .as(it + ": " + name)
                                .isEqualTo(normal(it.expect().get(name))));
    }

    /** What the run found, in the names of the case. */
    private static JsonNode actual(AutoMapCase it) {
        var ids = new HashMap<UUID, String>();
        it.teams().values().forEach(team -> team.forEach(a -> ids.put(People.id(a.id()), a.id())));
        it.technicians().stream()
                .map(AutoMapCase.Person::mapping)
                .filter(Objects::nonNull)
                .forEach(before -> ids.put(People.id(before.account()), before.account()));
        try {
            var world = it.world();
            var decision = world.run(it.runScope(), !Boolean.FALSE.equals(it.complete()));
            return JSON.valueToTree(found(decision, world.after(decision), ids));
        } catch (GraphException e) {
            return JSON.valueToTree(Map.of("failure", e.failure().getClass().getSimpleName()));
        }
    }

    private static Map<String, Object> found(
            Decision decision, World after, Map<UUID, String> ids) {
        var review = decision.review();
        var found = new LinkedHashMap<String, Object>();
        found.put(
                "matched",
                byId(
                        review.matched().stream()
                                .map(m ->
                                        Map.entry(
                                                m.technicianId(),
                                                Map.of(
                                                        "account",
                                                        String.valueOf(ids.get(m.accountId())),
                                                        "by",
                                                        m.by(),
                                                        "flags",
                                                        m.flags())))));
        found.put(
                "unmatched",
                byId(
                        review.unmatched().stream()
                                .map(u ->
                                        Map.entry(
                                                u.technicianId(),
                                                Map.of("why", u.why(), "flags", u.flags())))));
        found.put(
                "conflicts",
                review.conflicts().stream()
                        .map(c ->
                                Map.of(
                                        "technicians",
                                        c.technicianIds(),
                                        "accounts",
                                        c.accountIds().stream().map(ids::get).sorted().toList()))
                        .toList());
        found.put("cleared", review.cleared());
        found.put("keptManual", review.keptManual());
        found.put(
                "suggestions",
                byId(
                        decision.suggestions().entrySet().stream()
                                .map(s ->
                                        Map.entry(
                                                s.getKey(),
                                                s.getValue().stream()
                                                        .map(x -> ids.get(x.accountId()))
                                                        .toList()))));
        found.put("mapping", byId(after.technicians().stream().flatMap(t -> mapping(t, ids))));
        return found;
    }

    private static Stream<Map.Entry<String, Object>> mapping(Technician it, Map<UUID, String> ids) {
        var mapping = it.mapping();
        return mapping == null
                ? Stream.empty()
                : Stream.of(
                        Map.entry(
                                it.id(),
                                List.of(
                                        mapping.origin(),
                                        String.valueOf(ids.get(mapping.microsoftUserId())),
                                        mapping.accountState())));
    }

    private static Map<String, Object> byId(Stream<? extends Map.Entry<String, ?>> entries) {
        var all = new TreeMap<String, Object>();
        entries.forEach(it -> all.put(it.getKey(), it.getValue()));
        return all;
    }

    /** Without the order of members. */
    private static Object normal(JsonNode node) {
        return JSON.treeToValue(node, Object.class) instanceof Map<?, ?> members
                ? new TreeMap<>(members)
                : JSON.treeToValue(node, Object.class);
    }
}
