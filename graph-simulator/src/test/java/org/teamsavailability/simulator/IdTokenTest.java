package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Contoso.CARAS_NAME;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
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
import org.teamsavailability.simulator.dataset.Registration;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.signin.Flaw;
import tools.jackson.databind.JsonNode;

class IdTokenTest {
    private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    private static final String ORDINARY_MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

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

    @Test
    void saysWhoSignedInWhereAndWithWhichRoles() throws Exception {
        JsonNode claims = part(idToken(ANNAS_NAME), 1);

        long now = clock.instant().getEpochSecond();
        assertThat(claims.path("aud").asString()).isEqualTo(PersonOnTheirWay.APPLICATION);
        assertThat(claims.path("iss")).isEqualTo(configuration("" + TENANT).path("issuer"));
        assertThat(claims.path("tid").asString()).isEqualTo(TENANT.toString());
        assertThat(claims.path("oid").asString()).isEqualTo(ANNA.toString());
        assertThat(claims.path("nonce").asString()).isEqualTo("n-1");
        assertThat(claims.path("ver").asString()).isEqualTo("2.0");
        assertThat(claims.path("sub").asString()).isNotEqualTo(ANNA.toString()).isNotEmpty();
        assertThat(claims.path("preferred_username").asString()).isEqualTo(ANNAS_NAME);
        assertThat(claims.path("iat").asLong()).isEqualTo(now);
        assertThat(claims.path("nbf").asLong()).isEqualTo(now);
        assertThat(claims.path("exp").asLong()).isEqualTo(now + 3600);
        assertThat(claims.path("wids").valueStream().map(JsonNode::asString))
                .containsExactly(GLOBAL_ADMINISTRATOR, ORDINARY_MEMBER);
    }

    @Test
    void saysThatAGuestHasNoRoles() throws Exception {
        assertThat(part(idToken(CARAS_NAME), 1).path("wids")).isEmpty();
    }

    @Test
    void saysNothingOfRolesWhereTheRegistrationDoesNotWantIt() throws Exception {
        var without = Registration.COMPLETE.withRoleClaims(false);
        simulator.alter(TENANT, tenant -> tenant.withRegistration(without));

        assertThat(part(idToken(ANNAS_NAME), 1).has("wids")).isFalse();
    }

    @Test
    void signsWithAKeyThatIsPublishedAlsoAfterItWasReplaced() throws Exception {
        String before = idToken(ANNAS_NAME);
        simulator.rotateKeys();
        String after = idToken(ANNAS_NAME);

        assertThat(part(before, 0).path("alg").asString()).isEqualTo("RS256");
        assertThat(part(after, 0).path("kid")).isNotEqualTo(part(before, 0).path("kid"));
        assertThat(isGenuine(before)).isTrue();
        assertThat(isGenuine(after)).isTrue();
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

    @Test
    void publishesWhatAClientNeedsToKnow() throws Exception {
        JsonNode one = configuration("contoso.example");
        String base = simulator.loginUrl() + "/" + TENANT;

        assertThat(one.path("issuer").asString()).isEqualTo(base + "/v2.0");
        assertThat(one.path("jwks_uri").asString()).isEqualTo(base + "/discovery/v2.0/keys");
        assertThat(one.path("token_endpoint").asString()).isEqualTo(base + "/oauth2/v2.0/token");
        assertThat(one.path("authorization_endpoint").asString())
                .isEqualTo(base + "/oauth2/v2.0/authorize");
        assertThat(one.at("/id_token_signing_alg_values_supported/0").asString())
                .isEqualTo("RS256");
        assertThat(configuration("organizations").path("issuer").asString())
                .isEqualTo(simulator.loginUrl() + "/{tenantid}/v2.0");
        assertThat(configuration("" + STRANGER).at("/error_codes/0").asInt()).isEqualTo(90002);
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
