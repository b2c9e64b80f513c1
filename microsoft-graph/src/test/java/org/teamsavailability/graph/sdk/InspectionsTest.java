package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;
import org.teamsavailability.graph.inspection.RawAnswer;

class InspectionsTest {

    @AutoClose private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();

    @AutoClose
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), CLOCK);

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 503})
    void handsOverARefusalAndAsksOnce(int status) throws InterruptedException {
        microsoft.graph(Reply.json(status, "{\"error\":{}}").with("Request-Id", "r-1"));

        var answer = ask(new Query.Get(Area.USERS, "/organization", Map.of()));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":{}}");
        assertThat(answer.header("request-id")).isEqualTo("r-1");
        assertThat(microsoft.reads()).hasSize(1);
        assertThat(microsoft.logins()).hasSize(1);
    }

    @Test
    void sendsOptionsAsTheServicesDo() throws InterruptedException {
        ask(new Query.Get(Area.GROUPS, "/groups", Map.of("$top", "1", "$filter", "a/b eq 'c'")));

        var read = microsoft.reads().getFirst();
        assertThat(read.uri().toString())
                .isEqualTo("/graph/v1.0/groups?$filter=a%2Fb%20eq%20%27c%27&$top=1");
        assertThat(read.header("Authorization")).isEqualTo("Bearer token-1");
    }

    @Test
    void sendsAnyIdsInAPresenceCall() throws InterruptedException {
        ask(new Query.Presences(List.of("nobody", "nobody")));

        assertThat(microsoft.reads().getFirst().body())
                .isEqualToIgnoringWhitespace("{\"ids\":[\"nobody\",\"nobody\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/v1.0/groups",
                "http://localhost:1/graph/v1.0/groups",
                "no link"
            })
    void sendsNoTokenToAnotherHost(String link) {
        assertThat(graph.inspection().leadsToGraph(MicrosoftCloud.GLOBAL, link)).isFalse();
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> ask(new Query.Follow(Area.GROUPS, link)))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Malformed.class));
        assertThat(microsoft.reads()).isEmpty();
    }

    @Test
    void followsALinkToGraph() throws InterruptedException {
        var link = microsoft.url("/graph/v1.0/groups?$skiptoken=x");

        assertThat(graph.inspection().leadsToGraph(MicrosoftCloud.GLOBAL, link)).isTrue();
        assertThat(ask(new Query.Follow(Area.GROUPS, link)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "/groups?$top=1", "/../login", "/users/a@b", "//host/x"})
    void refusesWhatIsNoPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Query.Get(Area.GROUPS, path, Map.of()));
    }

    @Test
    void keepsHeadersAndBodyOutOfItsText() throws InterruptedException {
        assertThat(ask(new Query.Get(Area.GROUPS, "/groups", Map.of())).toString())
                .isEqualTo("RawAnswer[200]");
    }

    private RawAnswer ask(Query query) throws InterruptedException {
        return graph.inspection().ask(CONTOSO, query);
    }
}
