package org.teamsavailability.mapping.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.teamsavailability.graph.GraphException;

/** Every error of a route is a problem; what is ours to mend says nothing of itself. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String TYPE = "urn:teams-availability:";

    private final GraphProblems graphProblems;

    ProblemAdvice(Clock clock) {
        this.graphProblems = new GraphProblems(clock);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Problem problem, WebRequest request) {
        return createResponseEntity(problem.body(), problem.headers(), problem.status(), request);
    }

    /** Tomcat reads parameters only when they are asked for; the firewall looks at them then. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadable(WebRequest request) {
        return refused(Problem.unreadable(), request);
    }

    /** Where nobody closer made a problem of it. */
    @ExceptionHandler
    ResponseEntity<Object> refusedByMicrosoft(GraphException refusal, WebRequest request) {
        return refused(graphProblems.of(refusal.failure()), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        if (hasLeft(failure)) {
            return null;
        }
        var away = DatabaseAway.problem(failure);
        if (away != null) {
            DatabaseAway.log(LOG, "A request failed", away);
            return refused(away, request);
        }
        if (failure instanceof IllegalArgumentException && isOfAnyType(request)) {
            return refused(anyType(), request);
        }
        LOG.error("A request failed", failure);
        var body =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Tell the operator the request id, which is in the header X-Request-Id.");
        body.setTitle("An error of Teams Availability itself");
        body.setType(URI.create(TYPE + "internal-error"));
        return answer(body, HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    /** Whether the client has closed the connection: nobody awaits an answer. */
    private static boolean hasLeft(Exception failure) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return false;
        }
        LOG.debug("A client has left before its response", failure);
        return true;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return hasLeft(failure)
                ? null
                : super.handleExceptionInternal(failure, body, headers, status, request);
    }

    /** Which Spring takes for a fault of the program. */
    private static boolean isOfAnyType(WebRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.indexOf('*') >= 0;
    }

    private static Problem anyType() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported Media Type",
                "The Content-Type holds a *, name the type of the body.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> errors =
                invalid.getFieldErrors().stream()
                        .map(error ->
                                Map.of(
                                        "field",
                                        error.getField(),
                                        "message",
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        var problem = Problem.invalid("See errors for the fields.").with("errors", errors);
        return answer(problem.body(), problem.status(), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && isUntyped(problem)) {
            problem.setType(URI.create(TYPE + name(problem)));
        }
        // whatever the caller accepts
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null || "about:blank".equals(problem.getType().toString());
    }

    /** "Method Not Allowed" is {@code method-not-allowed}. */
    private static String name(ProblemDetail problem) {
        var title = problem.getTitle();
        return title == null
                ? Integer.toString(problem.getStatus())
                : title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private ResponseEntity<Object> answer(
            ProblemDetail body, HttpStatusCode status, WebRequest request) {
        return createResponseEntity(body, new HttpHeaders(), status, request);
    }
}
