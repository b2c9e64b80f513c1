package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from where no controller is: filters and security. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** For where Spring's mapper does not reach: valves of the server. */
    public static ProblemWriter alone() {
        return new ProblemWriter(
                JsonMapper.builder()
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                        .build());
    }

    /** Ends the response. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        var body = problem.body();
        body.setInstance(path(request.getRequestURI()));
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        if (problem.status().value() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body);
    }

    /** Null where the path is none, which is why the request is refused. */
    private static @Nullable URI path(@Nullable String path) {
        try {
            return path == null ? null : new URI(path);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
