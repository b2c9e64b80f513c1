package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final String KEY = "Idempotency-Key";
    private static final String WISH = "{\"name\": \"psa\", \"scopes\": [\"read\"]}";

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
    void makesAKeyThatAsksAlone() {
        var first = api.desk(desk.id(), Scope.values());

        var made = first.post(PATH, "{\"name\": \"dispatch\", \"scopes\": [\"ask\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("scopes").toString()).isEqualTo("[\"ask\"]");
        assertThat(with(made).get(PATH).status()).isEqualTo(403);
        assertThat(with(made).post(PATH, WISH).status()).isEqualTo(403);
    }

    @Test
    void givesAskOnlyByAKeyThatHasIt() {
        var asking = api.desk(desk.id(), Scope.ASK);

        var refused = desk.post(PATH, "{\"name\": \"dispatch\", \"scopes\": [\"ask\"]}");
        var rotated = desk.post(PATH + "/" + idOf(asking) + "/rotate", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(rotated.status()).isEqualTo(403);
        assertThat(desk.delete(PATH + "/" + idOf(asking)).status()).isEqualTo(204);
        assertThat(asking.get(PATH).status()).isEqualTo(401);
    }

    /** The id of the key that asks, which another key lists. */
    private String idOf(TestApi.Desk asking) {
        return desk.get(PATH)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("scopes").toString().equals("[\"ask\"]"))
                .map(it -> it.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(asking.id() + " has no key that asks"));
    }

    @Test
    void saysWhereANewKeyIsRead() {
        var made = desk.post(PATH, WISH);
        var id = made.body().path("id").asString();
        var rotated = desk.post(PATH + "/" + id + "/rotate", "");

        assertThat(made.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(desk.get(PATH + "/" + id).body().path("name").asString()).isEqualTo("psa");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(desk.get(String.valueOf(rotated.header("Location"))).body().path("id"))
                .isEqualTo(rotated.body().path("id"));
    }

    @Test
    void makesOneKeyHoweverOftenTheRequestIsRepeated() {
        var first = desk.post(PATH, WISH, KEY, "\"k-1\"");
        var again = desk.post(PATH, WISH.replace(" ", ""), KEY, "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(desk.get(PATH).body().path("items")).hasSize(2);
        assertThat(with(first).get(PATH).status()).isEqualTo(200);
    }

    @Test
    void rotatesOnceHoweverOftenTheRequestIsRepeated() {
        var id = desk.post(PATH, WISH).body().path("id").asString();

        var first = desk.post(PATH + "/" + id + "/rotate", "", KEY, "k-1");
        var again = desk.post(PATH + "/" + id + "/rotate", "", KEY, "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(desk.post(PATH + "/" + id + "/rotate", "", KEY, "k-2").status()).isEqualTo(409);
    }

    @Test
    void refusesTheSameIdempotencyKeyForAnotherRequest() {
        var id = desk.post(PATH, WISH, KEY, "k-1").body().path("id").asString();

        for (var answer :
                new TestApi.Answer[] {
                    desk.post(PATH, WISH.replace("psa", "other"), KEY, "k-1"),
                    desk.post(PATH, WISH.replace("read", "write"), KEY, "k-1"),
                    desk.post(PATH + "/" + id + "/rotate", "", KEY, "k-1"),
                }) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("type").asString())
                    .isEqualTo("urn:teams-availability:key-reused");
        }
        assertThat(desk.get(PATH).body().path("items")).hasSize(2);
    }

    @Test
    void bindsAnIdempotencyKeyToTheCallingKeyAndItsDesk() {
        var colleague = api.desk(desk.id(), Scope.READ, Scope.WRITE);
        var other = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);

        var ids =
                Stream.of(desk, colleague, other)
                        .map(it -> it.post(PATH, WISH, KEY, "k-1"))
                        .map(it -> it.body().path("id").asString())
                        .toList();

        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void makesOneKeyForRequestsAtOnce() {
        var ids =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> desk.post(PATH, WISH, KEY, "k-1").body()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        assertThat(desk.get(PATH).body().path("items")).hasSize(2);
    }

    @Test
    void saysThatTheKeyHasEnded() {
        var made = desk.post(PATH, WISH, KEY, "k-1");
        desk.delete(PATH + "/" + made.body().path("id").asString());

        var again = desk.post(PATH, WISH, KEY, "k-1");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("type").asString())
                .isEqualTo("urn:teams-availability:key-ended");
        assertThat(desk.post(PATH, WISH, KEY, "k-2").status()).isEqualTo(201);
    }

    @Test
    void remembersNoRequestThatWasRefused() {
        assertThat(desk.post(PATH, "{\"name\":\"\",\"scopes\":[]}", KEY, "k-1").status())
                .isEqualTo(422);
        assertThat(desk.post(PATH, WISH, KEY, "k-1").status()).isEqualTo(201);
    }

    @Test
    void readsOneIdempotencyKeyOnly() {
        var twice = desk.post(PATH, WISH, KEY, "k-1", KEY, "k-2");

        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body().at("/errors/0/header").asString()).isEqualTo(KEY);
        assertThat(desk.get(PATH).body().path("items")).hasSize(1);
    }

    private TestApi.Desk with(TestApi.Answer made) {
        return api.with(desk.id(), made.body().path("secret").asString());
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
