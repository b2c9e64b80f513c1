package org.teamsavailability.graph.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.graph.settings.ClientCredential.Certificate;
import org.teamsavailability.graph.settings.ClientCredential.Secret;

class ClientCredentialTest {

    @TempDir private static Path folder;
    private static SelfSigned own;
    private static SelfSigned other;

    @BeforeAll
    static void makeCertificates() throws Exception {
        own = SelfSigned.in(folder);
        other = SelfSigned.in(folder);
    }

    @Test
    void readsAKeyAndItsCertificate() throws Exception {
        var certificate = Certificate.fromPem(own.pkcs8());
        assertThat(certificate.key()).isEqualTo(own.key());
        assertThat(certificate.chain()).hasSize(1);
        assertThat(Certificate.fromPem(own.pkcs1())).isEqualTo(certificate);
    }

    @Test
    void putsTheCertificateOfTheKeyFirst() throws Exception {
        var file = own.file(other.certificateBlock(), own.certificateBlock(), own.keyBlock());
        var chain = Certificate.fromPem(file).chain();
        assertThat(chain).hasSize(2);
        assertThat(chain.getFirst()).isEqualTo(own.certificate());
    }

    @Test
    void saysWhatAFileLacksAndNothingOfWhatItHolds() throws Exception {
        String key = own.keyBlock();
        assertProblem(own.file(key), "holds no certificate:");
        assertProblem(own.file(own.certificateBlock()), "holds no key:");
        assertProblem(own.file(key, other.certificateBlock()), "holds no certificate of its key:");
        assertProblem(
                own.file(SelfSigned.block("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3})),
                "holds a ENCRYPTED PRIVATE KEY:");
        assertProblem(
                own.file(SelfSigned.block("PRIVATE KEY", new byte[] {1, 2, 3})),
                "holds a key or a certificate of another kind:");
        assertProblem(
                own.file("-----BEGIN PRIVATE KEY-----\nabc=d\n-----END PRIVATE KEY-----\n"),
                "holds a key or a certificate of another kind:");
        assertProblem(folder.resolve("missing.pem"), "cannot be read:");
    }

    private static void assertProblem(Path file, String what) {
        assertThatThrownBy(() -> Certificate.fromPem(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The client certificate file " + file + " " + what);
    }

    @Test
    void printsNoSecret() throws Exception {
        assertThat(new Secret("hush")).hasToString("Secret[redacted]");
        assertThat(Certificate.fromPem(own.pkcs8())).hasToString("Certificate[redacted]");
    }

    @Test
    void refusesABlankSecret() {
        assertThatThrownBy(() -> new Secret(" ")).hasMessageContaining("client secret is blank");
    }
}
