package org.teamsavailability.graph.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.ClientCredential.Certificate;

/**
 * Proves with a certificate that we are the app registration. Its audience is Microsoft's own
 * address of the login service, wherever that is reached.
 *
 * <p>Source: Microsoft identity platform, "Microsoft identity platform application authentication
 * certificate credentials".
 */
record ClientAssertion(
        MicrosoftCloud cloud, String clientId, Certificate certificate, Clock clock) {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LIFE = Duration.ofMinutes(10);

    String forTenant(UUID tenant) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .audience("%s/%s/oauth2/v2.0/token".formatted(cloud.loginUrl(), tenant))
                        .issuer(clientId)
                        .subject(clientId)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build();
        try {
            var jwt = new SignedJWT(header(), claims);
            jwt.sign(new RSASSASigner(certificate.key()));
            return jwt.serialize();
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException("The client certificate cannot sign", e);
        }
    }

    private JWSHeader header() throws CertificateEncodingException {
        var chain = new ArrayList<Base64>();
        for (X509Certificate link : certificate.chain()) {
            chain.add(Base64.encode(link.getEncoded()));
        }
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .x509CertSHA256Thumbprint(
                        X509CertUtils.computeSHA256Thumbprint(certificate.chain().getFirst()))
                .x509CertChain(List.copyOf(chain))
                .build();
    }

    @Override
    public String toString() {
        return "ClientAssertion[redacted]";
    }
}
