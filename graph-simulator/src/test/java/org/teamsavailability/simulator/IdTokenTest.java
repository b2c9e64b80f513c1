package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Contoso.CARAS_NAME;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.IdTokens.part;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Registration;
import org.teamsavailability.testsupport.TestClock;
import tools.jackson.databind.JsonNode;

/** One simulator for all tests, which keeps its key: to make one takes time. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdTokenTest {
    private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    private static final String ORDINARY_MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Contoso.tenant()), SimulatorSettings.defaults().withClock(clock));
    private final Client client = new Client(simulator);
    private final IdTokens tokens = new IdTokens(simulator, client);

    @BeforeEach
    void startOver() {
        simulator.reset();
        simulator.tenants().put(Contoso.tenant());
    }

    @AfterAll
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void saysWhoSignedInWhereAndWithWhichRoles() throws Exception {
        JsonNode claims = part(tokens.of(ANNAS_NAME), 1);

        long now = clock.instant().getEpochSecond();
        assertThat(claims.path("aud").asString()).isEqualTo(PersonOnTheirWay.APPLICATION);
        assertThat(claims.path("iss")).isEqualTo(tokens.configuration("" + TENANT).path("issuer"));
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
        assertThat(part(tokens.of(CARAS_NAME), 1).path("wids")).isEmpty();
    }

    @Test
    void saysNothingOfRolesWhereTheRegistrationDoesNotWantIt() throws Exception {
        var without = Registration.COMPLETE.withRoleClaims(false);
        simulator.alter(TENANT, tenant -> tenant.withRegistration(without));

        assertThat(part(tokens.of(ANNAS_NAME), 1).has("wids")).isFalse();
    }

    @Test
    void signsWithAKeyThatIsPublishedAlsoAfterItWasReplaced() throws Exception {
        String before = tokens.of(ANNAS_NAME);
        simulator.rotateKeys();
        String after = tokens.of(ANNAS_NAME);

        assertThat(part(before, 0).path("alg").asString()).isEqualTo("RS256");
        assertThat(part(after, 0).path("kid")).isNotEqualTo(part(before, 0).path("kid"));
        assertThat(tokens.isGenuine(before)).isTrue();
        assertThat(tokens.isGenuine(after)).isTrue();
    }

    @Test
    void publishesWhatAClientNeedsToKnow() throws Exception {
        JsonNode one = tokens.configuration("contoso.example");
        String base = simulator.loginUrl() + "/" + TENANT;

        assertThat(one.path("issuer").asString()).isEqualTo(base + "/v2.0");
        assertThat(one.path("jwks_uri").asString()).isEqualTo(base + "/discovery/v2.0/keys");
        assertThat(one.path("token_endpoint").asString()).isEqualTo(base + "/oauth2/v2.0/token");
        assertThat(one.path("authorization_endpoint").asString())
                .isEqualTo(base + "/oauth2/v2.0/authorize");
        assertThat(one.at("/id_token_signing_alg_values_supported/0").asString())
                .isEqualTo("RS256");
        assertThat(tokens.configuration("organizations").path("issuer").asString())
                .isEqualTo(simulator.loginUrl() + "/{tenantid}/v2.0");
        assertThat(tokens.configuration("" + STRANGER).at("/error_codes/0").asInt())
                .isEqualTo(90002);
    }
}
