package org.teamsavailability.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.schemas.DispatchRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RequestsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static final String FULL =
            """
            {"requestId":"r","serviceDeskId":"d","ticketId":"t","ticketPriority":"P1",
             "workflowId":"w","executionId":"e","mode":"ROUND_ROBIN",
             "requestedAt":"2026-03-02T07:59:59.250Z","respondBy":"2026-03-02T08:00:05Z",
             "proposedSlot":{"start":"2026-03-02T11:00:00Z",
                             "end":"2026-03-02T12:00:00Z"},
             "planningWindow":{"start":"2026-03-02T09:00:00+01:00","end":null},
             "candidates":[{"technicianId":"a","proposedSlot":{"start":"2026-03-02T07:30:00Z"}},
                           {"technicianId":"b","proposedSlot":null}],
             "teamsAvailability":{"enabled":false,"rotaTeamIds":["x","y"],
                                  "customInstructions":"Be kind."}}
            """;

    private static final String SHORT =
            """
            {"serviceDeskId":"d","ticketId":"t","mode":"AI","candidates":[],
             "teamsAvailability":{"enabled":true,"rotaTeamIds":[]}}
            """;

    @Test
    void whatWasReadIsWrittenAsItIsWithInstantsInUtc() {
        var written = RecordWriter.write(read(FULL));

        assertThat(written)
                .isEqualTo(
                        json(
                                """
                                {"requestId":"r","serviceDeskId":"d","ticketId":"t",
                                 "ticketPriority":"P1","workflowId":"w","executionId":"e",
                                 "mode":"ROUND_ROBIN","requestedAt":"2026-03-02T07:59:59.250Z",
                                 "respondBy":"2026-03-02T08:00:05Z",
                                 "proposedSlot":{"start":"2026-03-02T11:00:00Z",
                                                 "end":"2026-03-02T12:00:00Z"},
                                 "planningWindow":{"start":"2026-03-02T08:00:00Z","end":null},
                                 "candidates":[
                                   {"technicianId":"a","proposedSlot":
                                       {"start":"2026-03-02T07:30:00Z","end":null}},
                                   {"technicianId":"b","proposedSlot":null}],
                                 "teamsAvailability":{"enabled":false,"rotaTeamIds":["x","y"],
                                                      "customInstructions":"Be kind."}}
                                """));
    }

    @Test
    void givesAnIdAndTheTimeToARequestWithoutThem() {
        var request = read(SHORT);

        assertThat(request.getRequestId()).isEqualTo("new-id");
        assertThat(request.getRequestedAt()).isEqualTo(NOW);
        assertThat(request.getTicketPriority()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"ticketId":"t"}                       | serviceDeskId is missing, allowed: a text
                    {"serviceDeskId":7}                    | serviceDeskId is 7, allowed: a text
                    {"serviceDeskId":null}                 | serviceDeskId is null, allowed: a text
                    {"requestedAt":"today"}                | requestedAt is 'today', allowed: an instant such as 2026-03-02T08:00:00Z
                    {"proposedSlot":{"end":"now"}}         | proposedSlot.start is missing, allowed: an instant such as 2026-03-02T08:00:00Z
                    {"proposedSlot":"now"}                 | proposedSlot is 'now', allowed: an object with fields
                    {"mode":"ai"}                          | mode is 'ai', allowed: UNKNOWN, AI, ROUND_ROBIN
                    {"candidates":"a"}                     | candidates is 'a', allowed: a list, each of it an object with fields
                    {"candidates":[{"technicianId":true}]} | candidates[0].technicianId is true, allowed: a text
                    {"candidates":[{"id":"a"}]}            | candidates[0].id is no field of Candidate, allowed: technicianId, proposedSlot
                    {"teamsAvailability":{"enabled":"no"}} | teamsAvailability.enabled is 'no', allowed: true or false
                    []                                     | the request is [], allowed: an object with fields
                    """)
    void namesTheFieldItsValueAndWhatIsAllowed(String line, String message) {
        assertThatThrownBy(() -> read(completed(line)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessage(message);
    }

    @Test
    void pointsAtTheFieldAsRfc6901Says() {
        assertThat(pointer("{\"candidates\":[{\"technicianId\":\"a\"},{\"technicianId\":1}]}"))
                .isEqualTo("/candidates/1/technicianId");
        assertThat(pointer("{\"a/b~c\":1}")).isEqualTo("/a~1b~0c");
        assertThat(pointer("[]")).isEmpty();
    }

    @Test
    void repeatsOnlyTheStartOfALongValue() {
        assertThatThrownBy(() -> read(completed("{\"mode\":\"" + "x".repeat(10_000) + "\"}")))
                .message()
                .hasSizeLessThan(200)
                .startsWith("mode is 'xxx")
                .endsWith("…, allowed: UNKNOWN, AI, ROUND_ROBIN");
    }

    @Test
    void leavesTheGivenJsonUnchanged() {
        var given = json(SHORT);

        new Requests(new RecordReader(InstantForm.ISO), () -> "new-id", () -> NOW).one(given);

        assertThat(given).isEqualTo(json(SHORT));
    }

    private static String pointer(String line) {
        return assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> read(completed(line)))
                .actual()
                .pointer();
    }

    /** The short request with the fields of the line in place of its own. */
    private static String completed(String line) {
        if (!line.startsWith("{") || line.startsWith("{\"ticketId")) {
            return line;
        }
        var whole = (ObjectNode) json(SHORT);
        json(line).properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        return whole.toString();
    }

    private static DispatchRequested read(String json) {
        return new Requests(new RecordReader(InstantForm.ISO), () -> "new-id", () -> NOW)
                .one(json(json));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
