package org.teamsavailability.mapping.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void isNoFaultOfTheRequest(String state) {
        assertThat(statusOf(new SQLException("gone", state))).isEqualTo(503);
    }

    @Test
    void isAlsoAPoolWithoutConnections() {
        assertThat(statusOf(new SQLTransientConnectionException("Timed out"))).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014"})
    void isNotWhatTheDatabaseRefuses(String state) {
        assertThat(statusOf(new SQLException("refused", state))).isEqualTo(500);
    }

    @Test
    void saysWhenToTryAgain() {
        var problem =
                Objects.requireNonNull(DatabaseAway.problem(new SQLException("gone", "08006")));

        assertThat(problem.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    private static int statusOf(Exception cause) {
        var request = new ServletWebRequest(new MockHttpServletRequest());
        return new ProblemAdvice(Clock.systemUTC())
                .failed(new IllegalStateException(cause), request)
                .getStatusCode()
                .value();
    }
}
