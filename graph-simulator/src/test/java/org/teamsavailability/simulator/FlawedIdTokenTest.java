package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.IdTokens.part;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.signin.TokenDefect;
import org.teamsavailability.testsupport.TestClock;
import tools.jackson.databind.JsonNode;

/** One simulator for all tests, which keeps its key: to make one takes time. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlawedIdTokenTest {
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

    @ParameterizedTest
    @CsvSource({
        "WRONG_NONCE, nonce",
        "OTHER_ISSUER, iss",
        "OTHER_TENANT, tid",
        "OTHER_AUDIENCE, aud",
        "EXPIRED, exp",
        "MISSING_WIDS, wids"
    })
    void flawsOneClaimAndSignsItAllTheSame(TokenDefect flaw, String claim) throws Exception {
        JsonNode right = part(tokens.of(ANNAS_NAME), 1);
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(flaw);

        String wrong = tokens.of(ANNAS_NAME);

        assertThat(part(wrong, 1).path(claim)).isNotEqualTo(right.path(claim));
        assertThat(part(wrong, 1).path("oid")).isEqualTo(right.path("oid"));
        assertThat(tokens.isGenuine(wrong)).isTrue();
        assertThat(part(tokens.of(ANNAS_NAME), 1).path(claim)).isEqualTo(right.path(claim));
    }

    @Test
    void endsAnExpiredOneBeforeNow() throws Exception {
        simulator.faults().on(TENANT, Call.SIGN_IN).idToken(TokenDefect.EXPIRED);

        Instant end = Instant.ofEpochSecond(part(tokens.of(ANNAS_NAME), 1).path("exp").asLong());

        assertThat(end).isBefore(clock.instant().minusSeconds(600));
    }

    @Test
    void flawsTheSignature() throws Exception {
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(TokenDefect.WRONG_SIGNATURE);
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).idToken(TokenDefect.NO_SIGNATURE);

        assertThat(tokens.isGenuine(tokens.of(ANNAS_NAME))).isFalse();
        String bare = tokens.of(ANNAS_NAME);
        assertThat(part(bare, 0).path("alg").asString()).isEqualTo("none");
        assertThat(bare).endsWith(".");
    }

    @Test
    void flawsNothingButSignIns() {
        assertThatThrownBy(() ->
                        simulator
                                .faults()
                                .on(TENANT, Call.SIGN_IN, Call.TOKEN)
                                .idToken(TokenDefect.EXPIRED))
                .hasMessageContaining("only signIn calls");
    }
}
