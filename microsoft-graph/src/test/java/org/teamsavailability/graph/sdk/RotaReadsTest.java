package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.RotaSpan;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;

@Tag("slow")
class RotaReadsTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-00000000000b");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final RotaSpan EARLY = span("2026-03-02T06:00:00Z", "2026-03-02T14:00:00Z");
    private static final RotaSpan LATE = span("2026-03-02T14:00:00Z", "2026-03-02T22:00:00Z");

    private static final RotaSpan BENS = new RotaSpan(BEN, EARLY.start(), EARLY.end());

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), CLOCK);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private static RotaSpan span(String start, String end) {
        return new RotaSpan(ANNA, Instant.parse(start), Instant.parse(end));
    }

    private static String shift(RotaSpan span, String more) {
        return """
        {"id":"SHFT_1","userId":"%s",%s"sharedShift":{"notes":"x","activities":[{"code":"a"}],"startDateTime":"%s","endDateTime":"%s"}}
        """
                .formatted(span.account(), more, span.start(), span.end());
    }

    private static String page(String... items) {
        return "{\"value\":[" + String.join(",", items) + "]}";
    }

    private String page(String item, String nextLink) {
        return "{\"@odata.nextLink\":\"%s\",\"value\":[%s]}".formatted(nextLink, item);
    }

    private List<RotaSpan> shifts() {
        return shiftRows().spans();
    }

    private RotaRows shiftRows() {
        return result(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY.plusDays(1)));
    }

    @Test
    void asksForWholeUtcDaysAndNamesEachPropertyOnce() {
        shifts();
        result(graph.port().timeOff(CONTOSO, TEAM, MONDAY, MONDAY));
        assertThat(microsoft.reads())
                .extracting(call -> call.uri().getPath() + "?" + call.uri().getQuery())
                .containsExactly(
                        "/graph/v1.0/teams/%s/schedule/shifts".formatted(TEAM)
                                + "?$filter=sharedShift/startDateTime ge 2026-03-02T00:00:00.000Z"
                                + " and sharedShift/endDateTime le 2026-03-04T00:00:00.000Z",
                        "/graph/v1.0/teams/%s/schedule/timesOff".formatted(TEAM)
                                + "?$filter=sharedTimeOff/startDateTime ge 2026-03-02T00:00:00.000Z"
                                + " and sharedTimeOff/endDateTime le 2026-03-03T00:00:00.000Z");
        assertThat(microsoft.reads())
                .noneSatisfy(call -> assertThat(call.headers()).containsKey("Ms-app-acts-as"));
    }

    @Test
    void countsOnlyWhatEmployeesSee() {
        microsoft.graph(
                Reply.json(
                        200,
                        page(
                                shift(EARLY, "\"isStagedForDeletion\":false,\"draftShift\":null,"),
                                shift(LATE, "\"isStagedForDeletion\":true,"),
                                "{\"userId\":\"%s\",\"sharedShift\":null,\"draftShift\":{\"startDateTime\":\"broken\"}}"
                                        .formatted(ANNA),
                                "{\"userId\":\"%s\"}".formatted(ANNA))));
        assertThat(shifts()).containsExactly(EARLY);
    }

    @Test
    void readsTimeOffWithoutItsReason() {
        microsoft.graph(
                Reply.json(
                        200,
                        page(
                                shift(EARLY, "")
                                        .replace("sharedShift", "sharedTimeOff")
                                        .replace("\"notes\"", "\"timeOffReasonId\""))));
        assertThat(result(graph.port().timeOff(CONTOSO, TEAM, MONDAY, MONDAY)).spans())
                .containsExactly(EARLY);
    }

    @Test
    void takesTimesWithAnOffsetAndThoseWithoutAsUtc() {
        microsoft.graph(
                Reply.json(
                        200,
                        page(
                                shift(EARLY, "")
                                        .replace("06:00:00Z", "08:00:00.000+02:00")
                                        .replace("14:00:00Z", "14:00:00"))));
        assertThat(shifts()).containsExactly(EARLY);
    }

    /** Rows of which nothing but their person can be told. */
    static Stream<String> unusable() {
        String shift = shift(BENS, "").strip();
        return Stream.of(
                shift.replace("\"endDateTime\":\"%s\"".formatted(BENS.end()), "\"x\":1"),
                shift.replace("\"%s\"".formatted(BENS.end()), "null"),
                shift.replace("\"%s\"".formatted(BENS.end()), "{\"at\":[1]}"),
                shift.replace(BENS.end().toString(), "tomorrow"),
                shift.replace(BENS.start().toString(), "tomorrow"),
                shift.replace("\"%s\"".formatted(BENS.start()), "null"),
                shift.replace(BENS.end().toString(), BENS.start().toString()),
                shift.replace(BENS.end().toString(), "2026-03-02T05:59:59Z"),
                shift.replace(BENS.end().toString(), "0001-01-01T00:00:00Z"),
                shift(
                        new RotaSpan(
                                BEN,
                                Instant.parse("1999-12-31T00:00:00Z"),
                                Instant.parse("1999-12-31T23:59:59Z")),
                        ""),
                shift(BENS, "\"isStagedForDeletion\":[\"yes\"],"),
                "{\"sharedShift\":\"Monday\",\"userId\":\"%s\"}".formatted(BEN));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void dropsARowThatCannotBeUsedAndKeepsTheOthers(String row) {
        microsoft.graph(Reply.json(200, page(shift(EARLY, ""), row, shift(LATE, ""))));

        assertThat(shiftRows()).isEqualTo(new RotaRows(List.of(EARLY, LATE), Set.of(BEN), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":null,\"sharedShift\":{}}",
                "{\"userId\":17,\"sharedShift\":{}}",
                "{\"userId\":{\"id\":\"x\"},\"sharedShift\":null}",
                "{\"userId\":\"ben\"}",
                "{}",
                "\"row\"",
                "null",
                "[[1],{\"userId\":2}]"
            })
    void dropsARowWithoutAReadableUser(String row) {
        microsoft.graph(Reply.json(200, page(shift(EARLY, ""), row, shift(LATE, ""))));

        assertThat(shiftRows()).isEqualTo(new RotaRows(List.of(EARLY, LATE), Set.of(), 1));
    }

    @Test
    void dropsTimeOffThatEndsInTheYearOne() {
        microsoft.graph(
                Reply.json(
                        200,
                        page(
                                shift(BENS, "")
                                        .replace("sharedShift", "sharedTimeOff")
                                        .replace(BENS.end().toString(), "0001-01-01T00:00:00Z"))));

        assertThat(result(graph.port().timeOff(CONTOSO, TEAM, MONDAY, MONDAY)))
                .isEqualTo(new RotaRows(List.of(), Set.of(BEN), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"value\":{}}", "{\"value\":[{\"userId\":\"x\"", "{}", "[]", "<html>"})
    void isMalformedWhereTheBodyCannotBeReadAsAWhole(String body) {
        microsoft.graph(Reply.json(200, body));

        assertThat(failure(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY)))
                .isEqualTo(new Malformed(200, null));
    }

    @Test
    void followsNextLinksAsTheyAreEmptyPagesIncluded() {
        microsoft.graph(call ->
                switch (String.valueOf(call.uri().getRawQuery())) {
                    case "$skiptoken=a%2Fb%20c" ->
                            Reply.json(200, page("", microsoft.url("/graph/v1.0/x?skip=2")));
                    case "skip=2" -> Reply.json(200, page(shift(LATE, "")));
                    default ->
                            Reply.json(
                                    200,
                                    page(
                                            shift(EARLY, ""),
                                            microsoft.url("/graph/v1.0/x?$skiptoken=a%2Fb%20c")));
                });
        assertThat(shifts()).containsExactly(EARLY, LATE);
        assertThat(microsoft.reads())
                .hasSize(3)
                .allSatisfy(call ->
                        assertThat(call.header("Authorization")).isEqualTo("Bearer token-1"));
    }

    @Test
    void sendsNoTokenWhereANextLinkLeadsAway() {
        try (var elsewhere = new ScriptedMicrosoft()) {
            for (var link :
                    List.of(
                            elsewhere.url("/graph/v1.0/x"),
                            microsoft.url("/graph/v1.0/x").replace("localhost", "127.0.0.1"),
                            microsoft.url("/graph/v1.0/x").replace("http:", "https:"),
                            "//[not a url")) {
                microsoft.reads().clear();
                microsoft.graph(Reply.json(200, page(shift(EARLY, ""), link)));
                assertThat(failure(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY)))
                        .isInstanceOf(Malformed.class);
                assertThat(microsoft.reads()).hasSize(1);
            }
            assertThat(elsewhere.reads()).isEmpty();
        }
    }

    @Test
    void endsWherePagesGoRoundInACircleOrOnForEver() {
        microsoft.graph(Reply.json(200, page(shift(EARLY, ""), microsoft.url("/graph/v1.0/x"))));
        assertThat(failure(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY)))
                .isInstanceOf(Malformed.class);
        assertThat(microsoft.reads()).hasSize(2);

        microsoft.graph(call ->
                Reply.json(
                        200,
                        page(
                                shift(EARLY, ""),
                                URI.create(microsoft.url("")) + "" + call.uri().getPath() + "/x")));
        assertThat(failure(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY)))
                .isInstanceOf(Malformed.class);
        assertThat(microsoft.reads()).hasSize(2 + 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | \"Completed\" | true",
                "true  | \"completed\" | true",
                "false | \"Completed\" | false",
                "true  | \"Failed\"    | false",
                "true  | null          | false",
                "null  | \"Completed\" | false"
            })
    void isProvisionedWhenEnabledAndCompleted(String enabled, String status, boolean provisioned) {
        microsoft.graph(
                Reply.json(
                        200,
                        "{\"id\":\"x\",\"enabled\":%s,\"provisionStatus\":%s,\"timeZone\":\"UTC\"}"
                                .formatted(enabled, status)));
        assertThat(result(graph.port().scheduleProvisioned(CONTOSO, TEAM))).isEqualTo(provisioned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"enabled\":\"yes\"}", "{\"provisionStatus\":[]}"})
    void isMalformedWhereAScheduleIsNotWhatMicrosoftDocuments(String body) {
        microsoft.graph(Reply.json(200, body));
        assertThat(failure(graph.port().scheduleProvisioned(CONTOSO, TEAM)))
                .isEqualTo(new Malformed(200, null));
    }
}
