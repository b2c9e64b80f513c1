package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Tenant;

class UserSearchTest extends RunningSimulator {

    UserSearchTest() {
        super(
                GraphSimulator.start(
                        Dataset.of(
                                Tenant.of(TENANT)
                                        .withAccounts(
                                                List.of(
                                                        account(1, "oscar@x.example", "Oscar Ward"),
                                                        account(2, "li@x.example", "李四(David Li)"),
                                                        account(
                                                                3,
                                                                "anna@x.example",
                                                                "Anna-Lena Berg"),
                                                        account(
                                                                4,
                                                                "video@x.example",
                                                                "OneVideo 2Go")))),
                        SimulatorSettings.defaults()));
    }

    /** Examples of the documentation, among others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wa|1",
                "ward oscar|1",
                "car|",
                "李四(David Li)|2",
                "李四|2",
                "David|2",
                "Li|2",
                "David)|2",
                "(李四|2",
                "Li 李|2",
                "lena|3",
                "annalena|3",
                "ANNA-LENA berg|3",
                "anna ward|",
                "video|4",
                "OneVideo|4",
                "2|4",
            })
    void findsWordsOfNames(String searched, String number) throws Exception {
        var found = search("\"displayName:%s\"".formatted(searched));

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(json(found).path("value").findValuesAsString("id"))
                .isEqualTo(number == null ? List.of() : List.of(id(Integer.parseInt(number))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"userPrincipalName:ANNA@\"|3",
                "\"userPrincipalName:x.example\"|",
                "\"displayName:ward\" OR \"userPrincipalName:li\"|1,2",
                "\"displayName:ward\" AND \"userPrincipalName:li\"|",
                "\"displayName:a\\\"b\"|",
            })
    void joinsClausesAndComparesTheBeginningOfOtherProperties(String query, String numbers)
            throws Exception {
        var expected =
                numbers == null
                        ? List.of()
                        : Arrays.stream(numbers.split(","))
                                .map(it -> id(Integer.parseInt(it)))
                                .toList();

        assertThat(json(search(query)).path("value").findValuesAsString("id")).isEqualTo(expected);
    }

    @Test
    void countsAndSelectsOnRequest() throws Exception {
        var page =
                json(search("\"displayName:ward\"", "&$count=true&$select=id,displayName&$top=20"));

        assertThat(page.path("@odata.count").asInt()).isEqualTo(1);
        assertThat(page.path("@odata.context").asString()).endsWith("#users(id,displayName)");
        assertThat(page.at("/value/0").propertyNames()).containsExactly("id", "displayName");
    }

    @Test
    void answersAnAdvancedQueryOnly() throws Exception {
        var refusal = client.get(token, "/users?$search=" + encoded("\"displayName:ward\""));

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(json(refusal).at("/error/code").asString())
                .isEqualTo("Request_UnsupportedQuery");
        assertThat(json(client.get(token, "/users")).path("value")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName:ward",
                "\"ward\"",
                "\"salary:1\"",
                "\"displayName:a\" \"displayName:b\"",
                "\"displayName:a\" OR",
                "\"displayName:a\"b\"",
                "",
            })
    void refusesOtherSyntax(String query) throws Exception {
        var refusal = search(query);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(json(refusal).at("/error/code").asString()).isEqualTo("Request_BadRequest");
    }

    @Test
    void needsThePermissionToReadUsers() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("GroupMember.Read.All")));

        assertThat(client.get(client.token(TENANT), "/users").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> search(String query) throws Exception {
        return search(query, "");
    }

    private HttpResponse<String> search(String query, String more) throws Exception {
        return client.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        simulator.graphUrl()
                                                + "/users?$search="
                                                + encoded(query)
                                                + more))
                        .header("Authorization", "Bearer " + token)
                        .header("ConsistencyLevel", "eventual"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static Account account(int number, String signInName, String name) {
        return Account.of(new UUID(5, number), "Available", "Available")
                .withProfile(Profile.of(signInName, null, name));
    }

    private static String id(int number) {
        return new UUID(5, number).toString();
    }
}
