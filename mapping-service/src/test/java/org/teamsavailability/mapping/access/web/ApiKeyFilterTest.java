package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.teamsavailability.mapping.desk.DeskRefusal;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;
import org.teamsavailability.mapping.web.ProblemsOf;
import org.teamsavailability.mapping.web.RefusalProblems;

class ApiKeyFilterTest {

    @Test
    void answersWhatTheKeysLookUpRefuses() throws Exception {
        var filter =
                new ApiKeyFilter(
                        _ -> {
                            throw new DeskRefusal.Busy(Duration.ofSeconds(30)).exception();
                        },
                        new RateLimits(1),
                        new RateLimits(1),
                        new WrongKeys(1),
                        new RefusalProblems(
                                List.of(
                                        new ProblemsOf<>(
                                                DeskRefusal.class,
                                                _ ->
                                                        new Problem(
                                                                HttpStatus.SERVICE_UNAVAILABLE,
                                                                "busy",
                                                                "The desk is busy",
                                                                "Try again.")))),
                        ProblemWriter.alone());
        var request = new MockHttpServletRequest("GET", "/public-api/technicians");
        request.addHeader("Authorization", "Bearer ta_sk_0123456789");
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        filter.doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("urn:teams-availability:busy");
        assertThat(chain.getRequest()).isNull();
    }
}
