package org.teamsavailability.mapping.web;

import java.time.Clock;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.mapping.refusal.RefusedException;

/** Every error of a route is a problem; what is our own fault reveals nothing. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final RefusalProblems refusals;
    private final GraphProblems graphProblems;

    ProblemAdvice(RefusalProblems refusals, Clock clock) {
        this.refusals = refusals;
        this.graphProblems = new GraphProblems(clock);
    }

    /** As a problem, whatever the caller accepts. */
    @ExceptionHandler
    ResponseEntity<Object> refused(Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /** What the core refuses. */
    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused) {
        return refused(refusals.of(refused));
    }

    /** Tomcat reads parameters only when they are asked for; the firewall looks at them then. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadable() {
        return refused(Problem.unreadable());
    }

    /** Where nobody closer made a problem of it. */
    @ExceptionHandler
    ResponseEntity<Object> refusedByMicrosoft(GraphException refusal) {
        return refused(graphProblems.of(refusal.failure()));
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        if (hasLeft(failure)) {
            return null;
        }
        var away = DatabaseAway.problem(failure);
        if (away != null) {
            DatabaseAway.log(LOG, "A request failed", away);
            return refused(away);
        }
        if (failure instanceof IllegalArgumentException && isOfAnyType(request)) {
            return refused(anyType());
        }
        LOG.error("A request failed", failure);
        return refused(internalError());
    }

    private static Problem internalError() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error in Teams Availability",
                "Tell the operator the request id, which is in the header X-Request-Id.");
    }

    /** Whether the client has closed the connection: nobody awaits an answer. */
    private static boolean hasLeft(Exception failure) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return false;
        }
        LOG.debug("A client has left before its response", failure);
        return true;
    }

    /** Which Spring takes for a fault of the program. */
    private static boolean isOfAnyType(WebRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.indexOf('*') >= 0;
    }

    private static Problem anyType() {
        return Problem.unsupportedMediaType(
                "The Content-Type holds a *. Name the type of the body.");
    }

    /** Where all that Spring itself refuses comes by: none of its words go out. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refusal,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (hasLeft(refusal)) {
            return null;
        }
        var servlet = (ServletWebRequest) request;
        var response = servlet.getResponse();
        if (response != null && response.isCommitted()) {
            LOG.debug("A response failed after its first bytes were sent", refusal);
            return null;
        }
        if (status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("A request failed", refusal);
            return refused(internalError());
        }
        return refused(Refusals.of(refusal, status, servlet.getRequest()));
    }
}
