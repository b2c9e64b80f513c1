package org.teamsavailability.service.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;
import org.teamsavailability.graph.settings.SecretFile;

/** Which of the three forms of credentials is set for a cloud: exactly one. */
record CredentialChoice(MicrosoftCloud cloud, MicrosoftSettings.Cloud settings) {

    private static final String SECRET = "MICROSOFT_CLIENT_SECRET";
    private static final String FILE = "MICROSOFT_CLIENT_SECRET_FILE";
    private static final String EXPIRES = "MICROSOFT_CLIENT_SECRET_EXPIRES";
    private static final String CERTIFICATE = "MICROSOFT_CLIENT_CERTIFICATE";

    /**
     * Where the credentials come from; a file is read once, to see whether it holds any.
     *
     * @throws IllegalArgumentException which names the variables, and no value of a secret
     */
    CredentialSource source() {
        var forms = new LinkedHashMap<String, CredentialSource>();
        String secret = settings.clientSecret();
        if (secret != null) {
            forms.put(variable(SECRET), new ClientCredential.Secret(secret, expires()));
        }
        String file = settings.clientSecretFile();
        if (file != null) {
            forms.put(variable(FILE), new SecretFile(Path.of(file), expires()));
        }
        String certificate = settings.clientCertificate();
        if (certificate != null) {
            forms.put(variable(CERTIFICATE), new CertificateFile(Path.of(certificate)));
        }
        if (forms.size() != 1) {
            throw new IllegalArgumentException(
                    "For the Microsoft cloud %s set one of %s, %s and %s; %s"
                            .formatted(
                                    cloud,
                                    variable(SECRET),
                                    variable(FILE),
                                    variable(CERTIFICATE),
                                    forms.isEmpty()
                                            ? "none is set"
                                            : String.join(" and ", forms.keySet()) + " are set"));
        }
        return forms.entrySet().stream().map(this::read).findFirst().orElseThrow();
    }

    private CredentialSource read(Map.Entry<String, CredentialSource> form) {
        if (settings.clientSecretExpires() != null && form.getKey().equals(variable(CERTIFICATE))) {
            throw new IllegalArgumentException(
                    "%s is set and no secret is: leave it out, a certificate knows when it expires"
                            .formatted(variable(EXPIRES)));
        }
        try {
            form.getValue().read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(form.getKey() + ": " + e.getMessage(), e);
        }
        return form.getValue();
    }

    /** At the start of the day, so that nobody relies on its end. */
    private @Nullable Instant expires() {
        String day = settings.clientSecretExpires();
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s is \"%s\", but must be a day, as in 2027-03-31"
                            .formatted(variable(EXPIRES), day),
                    e);
        }
    }

    private String variable(String name) {
        return cloud == MicrosoftCloud.GLOBAL ? name : name + "_" + cloud;
    }
}
