package org.teamsavailability.graph.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.graph.settings.ClientCredential.Certificate;
import org.teamsavailability.graph.settings.ClientCredential.Secret;

@Tag("slow")
class ClientCredentialTest {

    @TempDir private static Path folder;
    private static SelfSigned own;
    private static SelfSigned other;

    @BeforeAll
    static void makeCertificates() throws Exception {
        own = SelfSigned.in(folder);
        other = SelfSigned.otherIn(folder);
    }

    @Test
    void readsAKeyAndItsCertificate() throws Exception {
        var certificate = only(own.pkcs8());
        assertThat(certificate.key()).isEqualTo(own.key());
        assertThat(certificate.chain()).hasSize(1);
        assertThat(only(own.pkcs1())).isEqualTo(certificate);
    }

    @Test
    void putsTheCertificateOfTheKeyFirst() throws Exception {
        var file = own.file(other.certificateBlock(), own.certificateBlock(), own.keyBlock());
        var chain = only(file).chain();
        assertThat(chain).hasSize(2);
        assertThat(chain.getFirst()).isEqualTo(own.certificate());
    }

    @Test
    void readsTwoPairsInTheOrderOfTheirCertificates() throws Exception {
        var file =
                own.file(
                        own.keyBlock(),
                        other.certificateBlock(),
                        other.keyBlock(),
                        own.certificateBlock());

        assertThat(new CertificateFile(file).read())
                .map(it -> ((Certificate) it).key())
                .containsExactly((PrivateKey) other.key(), (PrivateKey) own.key());
        assertThat(new CertificateFile(file).read())
                .allSatisfy(it -> assertThat(((Certificate) it).chain()).hasSize(1));
    }

    @Test
    void readsTwoCertificatesOfOneKey() throws Exception {
        var block = own.certificateBlock();
        assertThat(new CertificateFile(own.file(own.keyBlock(), block, block)).read()).hasSize(2);
        assertProblem(
                own.file(own.keyBlock(), block, block, block), "holds 3 certificates of its keys:");
    }

    @Test
    void takesNoFileThatIsWrittenHalfway() throws Exception {
        String whole = own.keyBlock() + own.certificateBlock() + other.certificateBlock();
        assertProblem(own.file(whole.substring(0, whole.length() - 40)), "breaks off:");
        assertProblem(own.file(own.keyBlock() + "-----BEGIN CERTIFICATE-----"), "breaks off:");
    }

    @Test
    void expiresWithItsCertificate() throws Exception {
        assertThat(only(own.pkcs8()).expires())
                .isEqualTo(((X509Certificate) own.certificate()).getNotAfter().toInstant());
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
        assertProblem(folder.resolve("missing.pem"), "cannot be found:");
    }

    private static Certificate only(Path file) {
        assertThat(new CertificateFile(file).read()).hasSize(1);
        return (Certificate) new CertificateFile(file).read().getFirst();
    }

    private static void assertProblem(Path file, String what) {
        assertThatThrownBy(() -> new CertificateFile(file).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The client certificate file " + file + " " + what);
    }

    @Test
    void printsNoSecret() throws Exception {
        assertThat(new Secret("hush")).hasToString("Secret[redacted]");
        assertThat(only(own.pkcs8())).hasToString("Certificate[redacted]");
    }

    @Test
    void refusesABlankSecret() {
        assertThatThrownBy(() -> new Secret(" ")).hasMessageContaining("client secret is blank");
    }
}
