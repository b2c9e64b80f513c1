package org.teamsavailability.mapping.connection.consent.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.teamsavailability.mapping.connection.consent.ConsentError;
import org.teamsavailability.mapping.connection.consent.ConsentRequests;
import org.teamsavailability.mapping.connection.consent.FlowAddresses;
import org.teamsavailability.mapping.connection.consent.FlowProgress;
import org.teamsavailability.mapping.connection.consent.persistence.ConsentRequestRows;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.web.RefusalProblems;

/** Pages of errors where the database is unavailable. */
class ConsentPageErrorsTest {

    private static final URI PUBLIC = URI.create("https://teams.example.com");

    /** Every query of it fails. */
    private final DSLContext unavailable = DSL.using(SQLDialect.POSTGRES);

    private final DeskTransactions transactions = new PostgresDeskTransactions(unavailable);
    private final ConsentPageErrors errors =
            new ConsentPageErrors(
                    new FlowProgress(
                            new ConsentRequests(
                                    new ConsentRequestRows(unavailable),
                                    transactions,
                                    new SecureRandom(),
                                    Clock.systemUTC()),
                            transactions,
                            new ConnectionRows()),
                    FlowAddresses.of(PUBLIC, URI.create("https://desk.example/integrations")),
                    new RefusalProblems(List.of()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sayThatItIsUnavailableAndWhenToTryAgain() {
        var page =
                errors.failed(
                        new DataAccessException("", new SQLException("it stops", "57P01")),
                        response);

        assertThat(page.getStatus()).isNotNull().extracting(it -> it.value()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("60");
        assertThat(page.getModel())
                .containsEntry("heading", ConsentPageText.of(ConsentError.UNAVAILABLE).title());
    }

    @Test
    void sayNothingOfADefect() {
        var page = errors.failed(new IllegalStateException("secret"), response);

        assertThat(page.getStatus()).isNotNull().extracting(it -> it.value()).isEqualTo(500);
        assertThat(page.getModel().toString()).doesNotContain("secret");
    }

    @Test
    void leadToTheConfiguredSetUp() {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(FlowCookie.NAME, "A".repeat(43)));

        var page = errors.refused(ConsentError.OTHER_BROWSER.exception(), request, response);

        assertThat(next(page))
                .isEqualTo(
                        new ConsentPageErrors.NextStep(
                                "Continue setup", "https://desk.example/integrations"));
    }

    private static Object next(ModelAndView page) {
        return page.getModel().getOrDefault("next", "");
    }
}
