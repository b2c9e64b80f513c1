package org.teamsavailability.mapping.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.List;
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
    void isAPoolThatCannotConnect() {
        var refused = new SQLException("refused", "08001");

        assertThat(typeOf(new SQLTransientConnectionException("Timed out", refused)))
                .isEqualTo("urn:teams-availability:database-unavailable");
    }

    @Test
    void isBusyWhereThePoolIsUsedUp() {
        assertThat(typeOf(new SQLTransientConnectionException("Timed out")))
                .isEqualTo("urn:teams-availability:database-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014"})
    void isBusyWhereALockOrAStatementTakesTooLong(String state) {
        assertThat(typeOf(new SQLException("too long", state)))
                .isEqualTo("urn:teams-availability:database-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01"})
    void isNotWhatTheDatabaseRefuses(String state) {
        assertThat(statusOf(new SQLException("refused", state))).isEqualTo(500);
    }

    @Test
    void saysWhenToTryAgain() {
        var problem =
                Objects.requireNonNull(DatabaseAway.problem(new SQLException("gone", "08006")));

        assertThat(problem.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    private static String typeOf(SQLException failure) {
        var problem = Objects.requireNonNull(DatabaseAway.problem(failure));
        return String.valueOf(problem.body().getType());
    }

    private static int statusOf(Exception cause) {
        var request = new ServletWebRequest(new MockHttpServletRequest());
        var answer =
                new ProblemAdvice(new RefusalProblems(List.of()), Clock.systemUTC())
                        .failed(new IllegalStateException(cause), request);
        return Objects.requireNonNull(answer).getStatusCode().value();
    }
}
