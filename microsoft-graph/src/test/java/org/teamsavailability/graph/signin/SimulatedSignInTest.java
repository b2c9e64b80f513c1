package org.teamsavailability.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.settings;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;
import org.teamsavailability.graph.settings.SelfSigned;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.DirectoryRole;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.signin.TokenDefect;
import org.teamsavailability.simulator.signin.Visitor;

/**
 * The way of an administrator, against a login service that behaves as Microsoft's. It keeps its
 * key for all tests: to make one takes time.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedSignInTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-00000000000b");
    private static final URI BACK = URI.create("http://localhost:8080/teams-availability/sign-in");
    private static final String VERIFIER =
            "a-verifier-of-more-than-forty-three-characters-0123456789";

    private final GraphSimulator microsoft =
            GraphSimulator.start(
                    Dataset.of(contoso()), SimulatorSettings.defaults().withClock(CLOCK));
    private final HttpClient browser = HttpClient.newHttpClient();
    private AdminSignIn signIn;

    private static Tenant contoso() {
        var anna =
                Profile.of("anna@c.example", null, "A")
                        .withRoles(DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR);
        return Tenant.of(CONTOSO.id())
                .withConsent(Consent.NEVER)
                .withAccount(Account.of(ANNA, "Away", "Away").withProfile(anna))
                .withAccount(
                        Account.of(BEN, "Away", "Away")
                                .withProfile(Profile.of("ben@c.example", null, "B")));
    }

    @BeforeEach
    void annaComes() {
        microsoft.reset();
        microsoft.tenants().put(contoso());
        microsoft.visitor(Visitor.accepting("anna@c.example"));
        signIn = signIn(new ClientCredential.Secret("any"));
    }

    private AdminSignIn signIn(CredentialSource credentials) {
        var settings =
                settings(
                        new AppRegistration(
                                "client-1",
                                credentials,
                                URI.create(microsoft.loginUrl()),
                                URI.create(microsoft.graphUrl())));
        return new MicrosoftSignIn(
                settings,
                new MicrosoftCredentials(settings, CLOCK),
                new SharedHttp(settings),
                CLOCK);
    }

    @AfterAll
    void close() {
        browser.close();
        microsoft.close();
    }

    /** What the browser is sent back with. */
    private Map<String, String> visit(URI page) throws IOException, InterruptedException {
        var response =
                browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        var location = URI.create(response.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(BACK.toString());
        return Arrays.stream(location.getRawQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String challenge() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        return Base64URL.encode(digest.digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)))
                .toString();
    }

    private String code() throws Exception {
        var page =
                signIn.signInPage(
                        MicrosoftCloud.GLOBAL,
                        CONTOSO.id(),
                        BACK,
                        "the state",
                        "the-nonce",
                        challenge(),
                        true);
        var back = visit(page);
        assertThat(back).containsEntry("state", "the state");
        return back.getOrDefault("code", "");
    }

    private SignedIn redeem(AdminSignIn with, String code) throws InterruptedException {
        return with.redeem(MicrosoftCloud.GLOBAL, CONTOSO.id(), BACK, code, VERIFIER, "the-nonce");
    }

    @Test
    void leadsAnAdministratorToTheConsentPageAndBack() throws Exception {
        assertThat(visit(signIn.consentPage(MicrosoftCloud.GLOBAL, BACK, "s t&a=te")))
                .containsEntry("admin_consent", "True")
                .containsEntry("tenant", CONTOSO.id().toString())
                .containsEntry("state", "s t&a=te");
    }

    @Test
    void knowsAnAdministratorWhoSignedIn() throws Exception {
        var signedIn = redeem(signIn, code());
        assertThat(signedIn)
                .returns(CONTOSO.id(), SignedIn::tenantId)
                .returns(ANNA, SignedIn::objectId)
                .returns(true, SignedIn::mayConsent);
        assertThat(microsoft.journal().count(CONTOSO.id(), Call.SIGN_IN)).isEqualTo(1);
    }

    @Test
    void knowsAnOrdinaryMemberFromAnAdministrator() throws Exception {
        microsoft.visitor(Visitor.accepting("ben@c.example"));
        assertThat(redeem(signIn, code()))
                .returns(BEN, SignedIn::objectId)
                .returns(true, SignedIn::rolesKnown)
                .returns(false, SignedIn::mayConsent);
    }

    @Test
    void signsInWithACertificate(@TempDir Path folder) throws Exception {
        var certificate = new CertificateFile(SelfSigned.in(folder).pkcs8());
        assertThat(redeem(signIn(certificate), code()).objectId()).isEqualTo(ANNA);
    }

    @Test
    void redeemsNoCodeTwice() throws Exception {
        var code = code();
        redeem(signIn, code);
        assertThat(catchThrowableOfType(SignInRefusedException.class, () -> redeem(signIn, code)))
                .hasMessageContaining("54005");
    }

    @ParameterizedTest
    @EnumSource(value = TokenDefect.class, mode = EnumSource.Mode.EXCLUDE, names = "MISSING_WIDS")
    void trustsNoTokenWithAFlaw(TokenDefect flaw) throws Exception {
        var code = code();
        microsoft.faults().on(CONTOSO.id(), Call.SIGN_IN).idToken(flaw);
        assertThat(catchThrowableOfType(SignInRefusedException.class, () -> redeem(signIn, code)))
                .isNotNull();
    }

    @Test
    void saysWhereTheRegistrationAsksForNoRoles() throws Exception {
        var code = code();
        microsoft.faults().on(CONTOSO.id(), Call.SIGN_IN).idToken(TokenDefect.MISSING_WIDS);
        assertThat(redeem(signIn, code))
                .returns(false, SignedIn::rolesKnown)
                .returns(false, SignedIn::mayConsent);
    }

    @Test
    void followsARolloverOfKeys() throws Exception {
        redeem(signIn, code());
        microsoft.rotateKeys();
        assertThat(redeem(signIn, code()).objectId()).isEqualTo(ANNA);
    }
}
