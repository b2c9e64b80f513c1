package org.teamsavailability.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08001 | The database cannot be reached; check DATABASE_URL, and that it runs.",
                "08004 | The database refuses the connection; check sslmode in DATABASE_URL,"
                        + " because it may have no TLS, and that DATABASE_PASSWORD is set.",
                "28P01 | The database refuses the user; check DATABASE_USER and DATABASE_PASSWORD."
            })
    void saysWhatIsWrongWithTheDatabase(String state, String sentence) {
        var failure = new IllegalStateException(new SQLException("at db.internal:5432", state));

        var analysis = analysis(failure);

        assertThat(analysis).isEqualTo(sentence);
    }

    @Test
    void tellsAnUntrustedDatabaseFromAnUnreachableOne() {
        var untrusted = new SSLHandshakeException("PKIX path building failed");

        assertThat(analysis(new SQLException("SSL error", "08006", untrusted)))
                .contains("sslrootcert in DATABASE_URL");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(analysis(new IllegalStateException("another"))).isNull();
    }

    private static @Nullable String analysis(Throwable failure) {
        var ours =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (_, _, _) -> {})
                        .stream()
                        .filter(DatabaseFailure.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var analysis = ours.analyze(failure);
        return analysis == null ? null : analysis.getDescription();
    }
}
