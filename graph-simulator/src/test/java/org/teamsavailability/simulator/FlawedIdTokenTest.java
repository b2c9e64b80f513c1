package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;
import static org.teamsavailability.simulator.PersonOnTheirWay.redemption;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.signin.Flaw;
import tools.jackson.databind.JsonNode;

class FlawedIdTokenTest {
    private final MutableClock clock = new MutableClock();
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Contoso.tenant()), SimulatorSettings.defaults().withClock(clock));
    private final Client client = new Client(simulator);
    private final PersonOnTheirWay person = new PersonOnTheirWay(simulator, client);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_NONCE, nonce",
        "OTHER_ISSUER, iss",
        "OTHER_TENANT, tid",
        "OTHER_AUDIENCE, aud",
        "EXPIRED, exp",
        "MISSING_WIDS, wids"
    })
    void flawsOneClaimAndSignsItAllTheSame(Flaw flaw, String claim) throws Exception {
        JsonNode right = part(idToken(ANNAS_NAME), 1);
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(flaw);

        String wrong = idToken(ANNAS_NAME);

        assertThat(part(wrong, 1).path(claim)).isNotEqualTo(right.path(claim));
        assertThat(part(wrong, 1).path("oid")).isEqualTo(right.path("oid"));
        assertThat(isGenuine(wrong)).isTrue();
        assertThat(part(idToken(ANNAS_NAME), 1).path(claim)).isEqualTo(right.path(claim));
    }

    @Test
    void endsAnExpiredOneBeforeNow() throws Exception {
        simulator.faults().on(TENANT, Call.SIGN_IN).idToken(Flaw.EXPIRED);

        Instant end = Instant.ofEpochSecond(part(idToken(ANNAS_NAME), 1).path("exp").asLong());

        assertThat(end).isBefore(clock.instant().minusSeconds(600));
    }

    @Test
    void flawsTheSignature() throws Exception {
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(Flaw.WRONG_SIGNATURE);
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(Flaw.NO_SIGNATURE);

        assertThat(isGenuine(idToken(ANNAS_NAME))).isFalse();
        String bare = idToken(ANNAS_NAME);
        assertThat(part(bare, 0).path("alg").asString()).isEqualTo("none");
        assertThat(bare).endsWith(".");
    }

    @Test
    void flawsNothingButSignIns() {
        assertThatThrownBy(() ->
                        simulator
                                .faults()
                                .on(TENANT, Call.SIGN_IN, Call.TOKEN)
                                .idToken(Flaw.EXPIRED))
                .hasMessageContaining("only signIn calls");
    }

    private String idToken(String name) throws Exception {
        Map<String, String> query = PersonOnTheirWay.signIn();
        query.put("as", name);
        String code =
                back(person.get("/" + TENANT + "/oauth2/v2.0/authorize", query))
                        .getOrDefault("code", "");
        var response = person.post("/" + TENANT + "/oauth2/v2.0/token", redemption(code));
        return json(response).path("id_token").asString();
    }

    private JsonNode configuration(String tenant) throws Exception {
        return get(simulator.loginUrl() + "/" + tenant + "/v2.0/.well-known/openid-configuration");
    }

    private JsonNode get(String url) throws Exception {
        return json(client.send(HttpRequest.newBuilder(URI.create(url))));
    }

    private boolean isGenuine(String token) throws Exception {
        String id = part(token, 0).path("kid").asString();
        JsonNode keys = get(configuration("" + TENANT).path("jwks_uri").asString()).path("keys");
        JsonNode key =
                keys.valueStream()
                        .filter(k -> k.path("kid").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        var numbers = new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(numbers));
        int end = token.lastIndexOf('.');
        signature.update(token.substring(0, end).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asString()));
    }

    private static JsonNode part(String token, int which) {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[which]));
    }
}
