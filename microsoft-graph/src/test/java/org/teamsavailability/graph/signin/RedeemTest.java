package org.teamsavailability.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.settings;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.SelfSigned;

@Tag("slow")
class RedeemTest {

    private static final String TRACE = "0f0e0d0c-1111-2222-3333-444455556666";
    private static final URI BACK = URI.create("https://desk.example/sign-in");

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final ScriptedLogin login = new ScriptedLogin();
    private final AdminSignIn signIn = signIn(microsoft.registration());

    RedeemTest() {
        microsoft.login(login::answer);
    }

    private static AdminSignIn signIn(AppRegistration registration) {
        var settings = settings(registration);
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

    private SignedIn redeem(String code) throws InterruptedException {
        return signIn.redeem(
                MicrosoftCloud.GLOBAL, CONTOSO.id(), BACK, code, "the-verifier", "the-nonce");
    }

    private GraphFailure failure() {
        return catchThrowableOfType(GraphException.class, () -> redeem("the-code")).failure();
    }

    private SignInRefusedException refusal(String code) {
        return catchThrowableOfType(SignInRefusedException.class, () -> redeem(code));
    }

    private Map<String, String> form() {
        return Arrays.stream(microsoft.logins().getFirst().body().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    @Test
    void redeemsTheCodeForNoMoreThanTheSignInWasFor() throws Exception {
        redeem("the code+");
        assertThat(microsoft.logins().getFirst().uri())
                .hasPath("/login/%s/oauth2/v2.0/token".formatted(CONTOSO.id()));
        assertThat(form())
                .isEqualTo(
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", "client-1",
                                "client_secret", "the-secret",
                                "scope", "openid profile",
                                "redirect_uri", BACK.toString(),
                                "code", "the code+",
                                "code_verifier", "the-verifier"));
    }

    @Test
    void provesItselfWithItsCertificate(@TempDir Path folder) throws Exception {
        var pem = SelfSigned.in(folder);
        var certificate = new CertificateFile(pem.pkcs8());
        signIn(microsoft.registration(certificate))
                .redeem(MicrosoftCloud.GLOBAL, CONTOSO.id(), BACK, "code", "verifier", "the-nonce");
        assertThat(form())
                .containsEntry(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        var assertion = SignedJWT.parse(form().get("client_assertion"));
        var key = ((X509Certificate) pem.certificate()).getPublicKey();
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) key))).isTrue();
        assertThat(assertion.getHeader().getX509CertChain()).hasSize(1);
        assertThat(assertion.getHeader().getX509CertSHA256Thumbprint()).isNotNull();
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getAudience())
                .containsExactly(
                        "https://login.microsoftonline.com/%s/oauth2/v2.0/token"
                                .formatted(CONTOSO.id()));
        assertThat(claims.getIssuer()).isEqualTo("client-1");
        assertThat(claims.getSubject()).isEqualTo("client-1");
        assertThat(claims.getJWTID()).isNotNull();
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @ValueSource(ints = {70008, 54005, 501481, 70000})
    void isRefusedWhereMicrosoftDoesNotRedeemTheCode(int aadsts) {
        login.token = Reply.aadsts(400, aadsts);
        assertThat(refusal("the-code"))
                .hasMessageContaining("status 400, AADSTS " + aadsts)
                .hasNoCause();
    }

    @Test
    void namesTheCauseWhereItIsNotTheCode() {
        login.token = Reply.aadsts(401, 7000215);
        assertThat(failure()).isEqualTo(new OwnCredentialsRefused(401, TRACE, 7000215));
        login.token = Reply.aadsts(400, 65001);
        assertThat(failure()).isEqualTo(new ConsentMissing(400, TRACE, 65001));
        login.token = Reply.empty(429).with("Retry-After", "7");
        assertThat(failure()).isEqualTo(new Throttled(429, null, NOW.plusSeconds(7)));
        login.token = Reply.html(502);
        assertThat(failure()).isEqualTo(new Unreachable(502, null));
        login.token = Reply.empty(302).with("Location", microsoft.url("/login/x"));
        assertThat(failure()).isEqualTo(new Unreachable(302, null));
        login.token = Reply.token("only-an-access-token");
        assertThat(failure()).isEqualTo(new Malformed(200, null));
        login.token = Reply.json(200, "{\"id_token\":\"a.b.c\"").truncated();
        assertThat(failure()).isEqualTo(new Unreachable(null, null));
    }

    @Test
    void isUnreachableWhereKeysOrConfigurationAre() throws IOException {
        login.keys = Reply.html(503);
        assertThat(failure()).isEqualTo(new Unreachable(503, null));
        login.configuration = Reply.empty(404);
        assertThat(
                        catchThrowableOfType(
                                        GraphException.class,
                                        () ->
                                                signIn(microsoft.registration())
                                                        .redeem(
                                                                MicrosoftCloud.GLOBAL,
                                                                CONTOSO.id(),
                                                                BACK,
                                                                "code",
                                                                "verifier",
                                                                "the-nonce"))
                                .failure())
                .isEqualTo(new Unreachable(404, null));
        microsoft.refuse();
        assertThat(failure()).isEqualTo(new Unreachable(null, null));
    }

    @Test
    void isMalformedWhereTheKeysAreNone() {
        login.keys = Reply.json(200, "{\"keys\":7}");
        assertThat(failure()).isEqualTo(new Malformed(200, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{broken",
                "{}",
                "{\"issuer\":7}",
                "{\"issuer\":\"https://login.microsoftonline.com/{tenantid}/v2.0\"}",
                "{\"issuer\":\"https://login.microsoftonline.com/bbbbbbbb-0000-4000-8000-00000000000b/v2.0\"}"
            })
    void isMalformedWhereTheConfigurationNamesNoIssuerOfTheTenant(String configuration) {
        login.configuration = Reply.json(200, configuration);
        assertThat(failure()).isEqualTo(new Malformed(200, null));
    }

    @Test
    void recoversWhereTheConfigurationComesBack() throws Exception {
        var right = login.configuration;
        login.configuration = Reply.empty(503);
        failure();
        login.configuration = right;
        assertThat(redeem("the-code").mayConsent()).isTrue();
    }

    @Test
    void asksNothingForACodeThatCanBeNone() {
        assertThat(refusal(" ")).hasMessageContaining("not a Microsoft authorization code");
        assertThat(refusal("x".repeat(8_193)))
                .hasMessageContaining("not a Microsoft authorization code");
        assertThat(microsoft.logins()).isEmpty();
    }

    @Test
    void takesNobodyOfTheConsumerTenant() {
        assertThat(
                        catchThrowableOfType(
                                SignInRefusedException.class,
                                () ->
                                        signIn.redeem(
                                                MicrosoftCloud.GLOBAL,
                                                AdminSignIn.CONSUMERS,
                                                BACK,
                                                "code",
                                                "verifier",
                                                "nonce")))
                .hasMessageContaining("personal accounts");
        assertThat(microsoft.logins()).isEmpty();
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() throws Exception {
        var work =
                new FutureTask<>(() -> {
                    Thread.currentThread().interrupt();
                    return redeem("the-code");
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(work);
        }
        assertThat(work.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void printsNeitherTokenNorCodeNorNonce() {
        assertThat(new IdToken("the-token")).hasToString("IdToken[redacted]");
        assertThat(new ExpectedClaims("i", "c", CONTOSO.id(), "the-nonce"))
                .hasToString("ExpectedClaims[redacted]");
        login.token = Reply.json(400, "{\"error_description\":\"the-code the-verifier\"}");
        assertThat(refusal("the-code"))
                .hasMessageNotContainingAny("the-code", "the-verifier", "the-secret");
    }
}
