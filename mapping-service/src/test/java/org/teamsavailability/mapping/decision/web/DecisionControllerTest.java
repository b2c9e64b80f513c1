package org.teamsavailability.mapping.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.mapping.availability.FakeStreams;
import org.teamsavailability.mapping.connection.Answer;
import org.teamsavailability.mapping.connection.RunningService;

/** Decisions and fallbacks over HTTP. */
class DecisionControllerTest extends RunningService {

    @Autowired private FakeStreams streams;

    private void ask(String withKey, String requestId) {
        var asked =
                api(
                        withKey,
                        "POST",
                        "/availability-requests",
                        """
                        {"requestId": "%s", "ticketId": "T-1", "mode": "AI",
                         "candidates": [{"technicianId": "anna"}],
                         "teamsAvailability": {"enabled": true, "rotaTeamIds": []}}
                        """
                                .formatted(requestId));
        assertThat(asked.status()).isEqualTo(200);
    }

    private Answer get(String path) {
        return api("GET", path);
    }

    @Test
    void showsTheAnswerAsItWasGiven() {
        ask(key(), "r-1");

        var answer = get("/decisions?requestId=r-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var item = answer.json().path("items").path(0);
        var given = api("GET", "/availability-requests/r-1").json();
        assertThat(given.properties())
                .filteredOn(it -> !it.getKey().equals("late"))
                .allSatisfy(it -> assertThat(item.get(it.getKey())).isEqualTo(it.getValue()));
        assertThat(item.get("requestedAt").isNull()).isTrue();
        assertThat(item.size()).isEqualTo(given.size() + 1);
    }

    @Test
    void continuesWhereThePageBeforeEnded() {
        ask(key(), "r-1");
        ask(key(), "r-2");

        var first = get("/decisions?ticketId=T-1&limit=1").json();
        var second =
                get("/decisions?ticketId=T-1&limit=1&cursor=" + first.path("nextCursor").asString())
                        .json();

        assertThat(first.at("/items/0/requestId").asString()).isEqualTo("r-2");
        assertThat(second.at("/items/0/requestId").asString()).isEqualTo("r-1");
    }

    @Test
    void takesNoCursorOfAnotherDeskOrList() {
        ask(key(), "r-1");
        ask(key(), "r-2");
        var cursor = get("/decisions?limit=1").json().path("nextCursor").asString();
        var otherKey = newDesk("other-desk-of-" + desk);
        assertThat(cursor).isNotEmpty();

        assertThat(get("/decisions?cursor=" + cursor).status()).isEqualTo(200);
        for (var answer :
                List.of(
                        api(otherKey, "GET", "/decisions?cursor=" + cursor, null),
                        get("/fallbacks?cursor=" + cursor),
                        get("/decisions?cursor=" + cursor + "A"),
                        get("/decisions?cursor=damaged"))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("type").asString())
                    .isEqualTo("urn:teams-availability:invalid-cursor");
            assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "decisions?ticketId=a%2Fb, ticketId",
        "decisions?requestId=, requestId",
        "decisions?limit=0, limit",
        "decisions?limit=201, limit",
        "fallbacks?limit=201, limit",
        "fallbacks?reason=UNKNOWN, reason",
        "fallbacks?reason=TOGGLE_OFF, reason",
        "fallbacks?since=2020-01-01T00:00:00Z, since",
        "fallbacks?since=2999-01-01T00:00:00Z, since"
    })
    void namesTheParameterThatIsNotAllowed(String path, String parameter) {
        var answer = get("/" + path);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/decisions", "/fallbacks"})
    void areUnavailableWithoutTheEventStream(String path) {
        streams.becomeUnavailable(true);
        try {
            assertThat(get(path).status()).isEqualTo(503);
        } finally {
            streams.becomeUnavailable(false);
        }
    }

    @Test
    void showsNoFallbacksWhereThereAreNone() {
        var answer = get("/fallbacks?reason=TEAMS_UNREACHABLE");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items")).isEmpty();
        assertThat(answer.json().path("countedFrom").asString())
                .isEqualTo(clock.instant().minus(Duration.ofHours(24)).toString());
        assertThat(answer.json().path("shareOfDispatches").isNull()).isTrue();
    }
}
