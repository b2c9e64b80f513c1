package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;

@Tag("slow")
class DirectoryReadsTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final String SELECT =
            "$select=id,displayName,userPrincipalName,mail,accountEnabled,userType,proxyAddresses,otherMails";

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final TestTime time = new TestTime();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), time, new Random(1), time);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private static Reply page(String items) {
        return Reply.json(200, "{\"value\":[%s]}".formatted(items));
    }

    private Reply page(String items, String nextPath) {
        return Reply.json(
                200,
                "{\"@odata.nextLink\":\"%s\",\"value\":[%s]}"
                        .formatted(microsoft.url(nextPath), items));
    }

    private List<List<Team>> teams() throws InterruptedException {
        var pages = new ArrayList<List<Team>>();
        graph.directory().teams(CONTOSO, pages::add);
        return pages;
    }

    private List<Account> members() throws InterruptedException {
        var members = new ArrayList<Account>();
        graph.directory().members(CONTOSO, TEAM, members::addAll);
        return members;
    }

    private String asked(int read) {
        return microsoft.reads().get(read).uri().toString();
    }

    @Test
    void asksForTheGroupsThatAreTeams() throws Exception {
        teams();
        var uri = microsoft.reads().getFirst().uri();
        assertThat(uri).hasPath("/graph/v1.0/groups");
        assertThat(uri.getQuery().split("&", -1))
                .containsExactlyInAnyOrder(
                        "$filter=resourceProvisioningOptions/Any(x:x eq 'Team')",
                        "$select=id,displayName",
                        "$top=999");
    }

    @Test
    void givesEachPageOnceAndTheEmptyOnesToo() throws Exception {
        microsoft.graph(call ->
                switch (String.valueOf(call.uri().getQuery())) {
                    case "page=2" -> page("", "/graph/v1.0/groups?page=3");
                    case "page=3" -> page("{\"id\":\"%s\",\"displayName\":null}".formatted(ANNA));
                    default ->
                            page(
                                    "{\"id\":\"%s\",\"displayName\":\"Service\"}".formatted(TEAM),
                                    "/graph/v1.0/groups?page=2");
                });
        assertThat(teams())
                .containsExactly(
                        List.of(new Team(TEAM, "Service")), List.of(), List.of(new Team(ANNA, "")));
        assertThat(microsoft.reads()).hasSize(3);
    }

    @Test
    void asksForMembersWithoutACastAndAsABackgroundTask() throws Exception {
        members();
        var call = microsoft.reads().getFirst();
        assertThat(call.uri()).hasPath("/graph/v1.0/groups/%s/members".formatted(TEAM));
        assertThat(call.uri().getQuery().split("&", -1))
                .containsExactlyInAnyOrder(SELECT, "$top=999");
        assertThat(call.header("X-ms-throttle-priority")).isEqualTo("Low");
        assertThat(call.headers()).doesNotContainKey("Consistencylevel");
    }

    @Test
    void keepsTheHeadersOnEveryPage() throws Exception {
        microsoft.graph(call ->
                "page=2".equals(call.uri().getQuery())
                        ? page("")
                        : page("", "/graph/v1.0/members?page=2"));
        members();
        assertThat(microsoft.reads())
                .hasSize(2)
                .allSatisfy(call -> {
                    assertThat(call.header("X-ms-throttle-priority")).isEqualTo("Low");
                    assertThat(call.header("Authorization")).isEqualTo("Bearer token-1");
                });
    }

    @Test
    void readsWhatCountsOfAMember() throws Exception {
        microsoft.graph(
                page(
                        """
                        {"@odata.type":"#microsoft.graph.user","id":"AAAAAAAA-0000-4000-8000-00000000000A",
                         "userPrincipalName":"anna_home.example#EXT#@contoso.onmicrosoft.com","mail":"anna@home.example",
                         "displayName":"Anna","accountEnabled":true,"userType":"guest","jobTitle":"x","manager":{"id":1},
                         "proxyAddresses":["SMTP:anna@contoso.com","smtp:a.b@contoso.com","SIP:anna@contoso.com","X500:/o=x"],
                         "otherMails":["anna@old.example"]}
                        """));
        assertThat(members())
                .containsExactly(
                        new Account(
                                ANNA,
                                "anna_home.example#EXT#@contoso.onmicrosoft.com",
                                "anna@home.example",
                                "Anna",
                                true,
                                true,
                                List.of("anna@contoso.com", "a.b@contoso.com"),
                                List.of("anna@old.example")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"true, true", "false, false", "null, null"})
    void tellsWhetherAMemberIsEnabledOrThatMicrosoftDoesNotSay(
            @Nullable String json, @Nullable Boolean enabled) throws Exception {
        microsoft.graph(
                page(
                        """
                        {"@odata.type":"#microsoft.graph.user","id":"%s","userPrincipalName":"anna@contoso.com",
                         "accountEnabled":%s}
                        """
                                .formatted(ANNA, json)));

        assertThat(members()).extracting(Account::enabled).containsExactly(enabled);
    }

    @Test
    void readsALimitedMemberAsOneWithoutNames() throws Exception {
        microsoft.graph(
                page(
                        """
                        {"@odata.type":"#microsoft.graph.user","id":"%s","userPrincipalName":null,"mail":null,"displayName":null,
                         "accountEnabled":null,"userType":null,"proxyAddresses":null,"otherMails":null}
                        """
                                .formatted(ANNA)));
        assertThat(members())
                .containsExactly(
                        new Account(ANNA, null, null, null, null, false, List.of(), List.of()));
    }

    @Test
    void leavesOutMembersThatAreNoUsers() throws Exception {
        microsoft.graph(
                page(
                        """
                        {"@odata.type":"#microsoft.graph.group","id":"x"},
                        {"@odata.type":"#microsoft.graph.device","id":"%1$s","accountEnabled":true},
                        {"@odata.type":"#microsoft.graph.user","id":"%1$s","mail":"a@b.c"}
                        """
                                .formatted(ANNA)));
        assertThat(members()).extracting(Account::mail).containsExactly("a@b.c");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@contoso.com, /graph/v1.0/users/anna%40contoso.com",
        "aaaaaaaa-0000-4000-8000-00000000000a,"
                + " /graph/v1.0/users/aaaaaaaa-0000-4000-8000-00000000000a",
        "anna_home.example#EXT#@contoso.com,"
                + " /graph/v1.0/users/anna_home.example%23EXT%23%40contoso.com",
        "o'neil&x@contoso.com, /graph/v1.0/users/o%27neil%26x%40contoso.com",
        "$anna'#@contoso.com, /graph/v1.0/users('%24anna%27%27%23%40contoso.com')"
    })
    void encodesWhatAnAccountIsAskedForBy(String name, String path) throws Exception {
        microsoft.graph(Reply.json(200, "{\"id\":\"%s\",\"mail\":\"a@b.c\"}".formatted(ANNA)));
        var account = graph.directory().account(CONTOSO, name);
        assertThat(account).map(Account::id).contains(ANNA);
        assertThat(asked(0)).isEqualTo(path + "?" + SELECT);
    }

    @Test
    void findsNoAccountWhereTheTenantHasNone() throws Exception {
        microsoft.graph(Reply.empty(404));
        assertThat(graph.directory().account(CONTOSO, "nobody@contoso.com")).isEmpty();
        assertThat(microsoft.reads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "anna",
                "../groups",
                "../x@contoso.com",
                "a\\b@contoso.com",
                "a b@contoso.com",
                "a%2Fb@contoso.com",
                "a@b@contoso.com",
                "a@contoso.com/manager",
                "a@contoso.com\n"
            })
    void asksForNothingThatCanBeNoAccount(String name) throws Exception {
        assertThat(graph.directory().account(CONTOSO, name)).isEmpty();
        assertThat(graph.directory().account(CONTOSO, "a".repeat(321) + "@contoso.com")).isEmpty();
        assertThat(microsoft.reads()).isEmpty();
        assertThat(microsoft.logins()).isEmpty();
    }

    @Test
    void namesTheOrganisationByItsDefaultDomain() throws Exception {
        microsoft.graph(
                page(
                        """
                        {"id":"x","displayName":"Contoso","verifiedDomains":[{"name":"contoso.onmicrosoft.com","isDefault":false,
                         "isInitial":true},{"name":"contoso.com","isDefault":true},{"name":"contoso.net","isDefault":false}]}
                        """));
        assertThat(graph.directory().organization(CONTOSO))
                .isEqualTo(new Organization("Contoso", "contoso.com"));
        assertThat(asked(0))
                .isEqualTo("/graph/v1.0/organization?$select=displayName,verifiedDomains");
    }

    @Test
    void printsNobody() {
        assertThat(new AccountName("anna@contoso.com")).hasToString("AccountName[redacted]");
    }
}
