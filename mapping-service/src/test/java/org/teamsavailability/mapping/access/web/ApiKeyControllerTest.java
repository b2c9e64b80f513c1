package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class ApiKeyControllerTest {

    private static final String PATH = "/public-api/api-keys";

    private final TestApi api;
    private TestApi.Desk desk;

    ApiKeyControllerTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    @Test
    void showsASecretOnce() {
        var made = desk.post(PATH, "{\"name\": \"psa\", \"scopes\": [\"read\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("secret").asString()).startsWith("ta_sk_");
        assertThat(desk.get(PATH).body().toString())
                .contains("psa")
                .doesNotContain("secret", "ta_sk_");
    }

    @Test
    void endsAKeyAtOnce() {
        var id = desk.get(PATH).body().at("/items/0/id").asString();

        assertThat(desk.delete(PATH + "/" + id).status()).isEqualTo(204);

        assertThat(desk.get(PATH).status()).isEqualTo(401);
    }

    @Test
    void findsNoKeyOfAnotherDesk() {
        var id = desk.get(PATH).body().at("/items/0/id").asString();
        var other = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);

        assertThat(other.delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(other.post(PATH + "/" + id + "/rotate", "").status()).isEqualTo(404);
        assertThat(desk.get(PATH).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\\u0000b\", \"scopes\": [\"read\"]}",
                "{\"name\": \"a\\ud800b\", \"scopes\": [\"read\"]}",
                "{\"name\": \" \", \"scopes\": [\"read\"]}",
                "{\"name\": \"a\", \"scopes\": [null]}",
                "{\"name\": \"a\", \"scopes\": [\"admin\"]}",
                "{\"name\": \"a\", \"scopes\": []}",
                "{\"scopes\": [\"read\"]}"
            })
    void refusesAWishThatCannotBeMet(String wish) {
        assertThat(desk.post(PATH, wish).status()).isEqualTo(422);
    }
}
