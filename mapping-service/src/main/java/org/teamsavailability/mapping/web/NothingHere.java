package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Answers what is outside of the API and of every page: with a page for browsers, else a problem.
 */
public final class NothingHere {

    private static final String PAGE = "templates/nothing-here.html";

    private final ProblemWriter problems;

    public NothingHere(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Ends the response with a 404. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (prefersPage(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "en");
            try (var page = new ClassPathResource(PAGE).getInputStream()) {
                page.transferTo(response.getOutputStream());
            }
        } else {
            problems.write(
                    request,
                    response,
                    new Problem(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "Not found",
                            "There is nothing at %s. The API is described at GET /public-api/openapi.json."
                                    .formatted(JsonFaults.shown(request.getRequestURI()))));
        }
    }

    /** Where HTML is named, with a higher quality than JSON; a wildcard does not ask for a page. */
    private static boolean prefersPage(@Nullable String accept) {
        try {
            var types = MediaType.parseMediaTypes(accept);
            return quality(types, MediaType.TEXT_HTML) > quality(types, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static double quality(List<MediaType> types, MediaType of) {
        return types.stream()
                .filter(it -> !it.isWildcardType() && it.includes(of))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
