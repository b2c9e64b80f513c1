package org.teamsavailability.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.settings;
import static org.teamsavailability.graph.signin.ScriptedLogin.KEY;
import static org.teamsavailability.graph.signin.ScriptedLogin.claims;
import static org.teamsavailability.graph.signin.ScriptedLogin.idToken;
import static org.teamsavailability.graph.signin.ScriptedLogin.keys;
import static org.teamsavailability.graph.signin.ScriptedLogin.otherKey;
import static org.teamsavailability.graph.signin.ScriptedLogin.signed;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;

@Tag("slow")
class IdTokenTest {

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final ScriptedLogin login = new ScriptedLogin();
    private final AdminSignIn signIn = signIn();

    IdTokenTest() {
        microsoft.login(login::answer);
    }

    private AdminSignIn signIn() {
        var settings = settings(microsoft.registration());
        return new MicrosoftSignIn(
                settings,
                new MicrosoftCredentials(settings, CLOCK),
                new SharedHttp(settings),
                CLOCK);
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    private SignedIn redeem() throws InterruptedException {
        return signIn.redeem(
                MicrosoftCloud.GLOBAL,
                CONTOSO.id(),
                URI.create("https://desk.example/sign-in"),
                "the-code",
                "the-verifier",
                "the-nonce");
    }

    private SignedIn signedIn(JWTClaimsSet.Builder claims) throws InterruptedException {
        login.token = idToken(signed(KEY, claims.build()));
        return redeem();
    }

    private String refusal(String token) {
        login.token = idToken(token);
        var refused = catchThrowableOfType(SignInRefusedException.class, this::redeem);
        assertThat(refused).hasNoCause().hasMessageNotContainingAny(token, "the-code", "the-nonce");
        return String.valueOf(refused.getMessage());
    }

    private String refusal(JWTClaimsSet.Builder claims) {
        return refusal(signed(KEY, claims.build()));
    }

    private long keysAskedFor() {
        return microsoft.logins().stream()
                .filter(call -> call.uri().getPath().endsWith("/keys"))
                .count();
    }

    @Test
    void saysWhoSignedInAndWithWhichRoles() throws Exception {
        var signedIn = redeem();
        assertThat(signedIn)
                .isEqualTo(
                        new SignedIn(
                                CONTOSO.id(),
                                UUID.fromString(ScriptedLogin.PERSON),
                                Set.of(SignedIn.GLOBAL_ADMINISTRATOR),
                                true));
        assertThat(signedIn.mayConsent()).isTrue();
    }

    @Test
    void tellsATokenWithoutRolesFromOneThatDoesNotSay() throws Exception {
        assertThat(signedIn(claims().claim("wids", List.of())))
                .returns(true, SignedIn::rolesKnown)
                .returns(false, SignedIn::mayConsent);
        assertThat(signedIn(claims().claim("wids", null)))
                .returns(false, SignedIn::rolesKnown)
                .returns(false, SignedIn::mayConsent);
        assertThat(signedIn(claims().claim("wids", List.of("x", "1-1-1-1-1"))).directoryRoles())
                .isEmpty();
    }

    private static Stream<Arguments> wrongClaims() {
        return Stream.of(
                wrong("iss", "https://login.microsoftonline.com/x/v2.0", "issuer"),
                wrong("iss", "https://sts.windows.net/%s/".formatted(CONTOSO.id()), "issuer"),
                wrong("iss", null, "issuer"),
                wrong("aud", "another-client", "audience"),
                wrong("aud", List.of("client-1", "another-client"), "audience"),
                wrong("aud", null, "audience"),
                wrong("exp", null, "expired"),
                wrong("nonce", "another", "nonce"),
                wrong("nonce", null, "nonce"),
                wrong("nonce", 7, "another type"),
                wrong("tid", "99999999-2222-3333-4444-555566667777", "another tenant"),
                wrong("tid", null, "another tenant"),
                wrong("oid", "somebody", "who signed in"),
                wrong("oid", null, "who signed in"),
                wrong("wids", "62e90394-69f5-4237-9190-012177145e10", "another type"));
    }

    private static Arguments wrong(String claim, @Nullable Object value, String message) {
        return Arguments.of(claim, value, message);
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void trustsNoTokenWithAWrongClaim(String claim, @Nullable Object value, String message) {
        assertThat(refusal(claims().claim(claim, value))).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"299, true", "300, false"})
    void bearsAClockThatIsFiveMinutesFast(long secondsExpired, boolean current) throws Exception {
        var claims = claims().expirationTime(Date.from(NOW.minusSeconds(secondsExpired)));
        if (current) {
            assertThat(signedIn(claims).tenantId()).isEqualTo(CONTOSO.id());
        } else {
            assertThat(refusal(claims)).contains("expired");
        }
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false"})
    void bearsAClockThatIsFiveMinutesSlow(long secondsToCome, boolean valid) throws Exception {
        var claims = claims().notBeforeTime(Date.from(NOW.plusSeconds(secondsToCome)));
        if (valid) {
            assertThat(signedIn(claims).tenantId()).isEqualTo(CONTOSO.id());
        } else {
            assertThat(refusal(claims)).contains("not valid yet");
        }
    }

    @Test
    void trustsNoSignatureOfAnotherKeyUnderTheSameName() {
        assertThat(refusal(signed(otherKey("first"), claims().build()))).contains("not signed");
    }

    @Test
    void trustsNoClaimsThatWereChangedAfterwards() {
        String[] signed =
                signed(KEY, claims().claim("oid", UUID.randomUUID()).build()).split("\\.", -1);
        String[] other = signed(KEY, claims().build()).split("\\.", -1);
        assertThat(refusal(signed[0] + "." + other[1] + "." + signed[2])).contains("not signed");
    }

    @Test
    void trustsNothingButRs256() throws Exception {
        assertThat(refusal(new PlainJWT(claims().build()).serialize())).contains("not signed");
        var hmac = new SignedJWT(header(JWSAlgorithm.HS256), claims().build());
        hmac.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        assertThat(refusal(hmac.serialize())).contains("not signed");
        var longer = new SignedJWT(header(JWSAlgorithm.RS512), claims().build());
        longer.sign(new RSASSASigner(KEY));
        assertThat(refusal(longer.serialize())).contains("not signed");
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "e30.e30.", "...."})
    void trustsNothingThatIsNoToken(String token) {
        assertThat(refusal(token)).containsAnyOf("cannot be read", "not signed");
    }

    @Test
    void asksForTheKeysOnceForManySignIns() throws Exception {
        redeem();
        redeem();
        assertThat(keysAskedFor()).isEqualTo(1);
        assertThat(microsoft.logins()).hasSize(4);
    }

    @Test
    void followsARolloverOfKeys() throws Exception {
        redeem();
        var next = otherKey("next");
        login.keys = keys(next);
        login.token = idToken(signed(next, claims().build()));
        assertThat(redeem().mayConsent()).isTrue();
        assertThat(keysAskedFor()).isEqualTo(2);
    }

    @Test
    void asksForNoKeysAgainAndAgainForATokenOfAnUnknownOne() {
        var unknown = signed(otherKey("unknown"), claims().build());
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(unknown)).contains("not signed");
        }
        assertThat(keysAskedFor()).isEqualTo(2);
    }
}
