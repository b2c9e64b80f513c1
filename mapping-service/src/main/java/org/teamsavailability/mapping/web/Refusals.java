package org.teamsavailability.mapping.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Says in the words of this API what Spring refuses: what, which value, and what to do. */
final class Refusals {

    private Refusals() {}

    /**
     * The problem that stands for what Spring threw.
     *
     * @param status the status that Spring gives it
     */
    static Problem of(Exception refusal, HttpStatusCode status, HttpServletRequest request) {
        return switch (refusal) {
            case HttpRequestMethodNotSupportedException it -> Routes.method(it, request);
            case HttpMediaTypeNotSupportedException it -> mediaType(it);
            case HttpMediaTypeNotAcceptableException _ -> notAcceptable(request);
            case NoResourceFoundException _, NoHandlerFoundException _ -> Routes.noRoute(request);
            case MethodArgumentNotValidException it -> invalid(it);
            case HandlerMethodValidationException it -> invalid(it);
            case MethodArgumentTypeMismatchException it -> mismatch(it);
            case MissingServletRequestParameterException it ->
                    Problem.malformed(
                            FieldError.ofParameter(it.getParameterName(), "is missing. Send it"));
            case MissingRequestHeaderException it ->
                    Problem.malformed(
                            FieldError.ofHeader(it.getHeaderName(), "is missing. Send it"));
            case HttpMessageNotReadableException it -> body(it);
            case TypeMismatchException _ -> Problem.unreadable();
            default -> other(status);
        };
    }

    private static Problem mediaType(HttpMediaTypeNotSupportedException refused) {
        var wanted =
                refused.getSupportedMediaTypes().stream()
                                .anyMatch(it -> it.includes(MediaType.APPLICATION_JSON))
                        ? MediaType.APPLICATION_JSON_VALUE
                        : refused.getSupportedMediaTypes().stream()
                                .map(MediaType::toString)
                                .collect(joining(", "));
        var given = refused.getContentType();
        var problem =
                Problem.unsupportedMediaType(
                        given == null
                                ? "The body has no Content-Type that can be read. Send it as %s."
                                        .formatted(wanted)
                                : "The body has the Content-Type %s. Send it as %s."
                                        .formatted(
                                                JsonFaults.shown(
                                                        given.getType() + "/" + given.getSubtype()),
                                                wanted));
        problem.headers().set(HttpHeaders.ACCEPT, wanted);
        return problem;
    }

    private static Problem notAcceptable(HttpServletRequest request) {
        return new Problem(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Only JSON responses are available",
                "The request accepts %s only. Send Accept: application/json, or no Accept."
                        .formatted(
                                JsonFaults.shown(
                                        String.valueOf(request.getHeader(HttpHeaders.ACCEPT)))));
    }

    private static Problem invalid(MethodArgumentNotValidException invalid) {
        var errors =
                invalid.getFieldErrors().stream()
                        .map(it ->
                                FieldError.at(
                                        JsonPaths.ofField(it.getField()),
                                        String.valueOf(it.getDefaultMessage())))
                        .toList();
        return errors.isEmpty()
                ? Problem.invalid("The body is not valid.")
                : Problem.invalid(errors);
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        var errors = new ArrayList<FieldError>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            var name = String.valueOf(result.getMethodParameter().getParameterName());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                errors.add(FieldError.ofParameter(name, String.valueOf(error.getDefaultMessage())));
            }
        }
        return errors.isEmpty()
                ? Problem.invalid("A parameter is not valid.")
                : Problem.invalid(errors);
    }

    /** A path that cannot name anything is not found; a parameter cannot be read. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        var name = mismatch.getName();
        var value = JsonFaults.shown(String.valueOf(mismatch.getValue()));
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return new Problem(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "Not found",
                    "The %s \"%s\" in the path is not %s, so nothing has it."
                            .formatted(name, value, kind(mismatch.getRequiredType())));
        }
        return Problem.malformed(
                FieldError.ofParameter(
                        name,
                        "is \"%s\", but must be %s"
                                .formatted(value, kind(mismatch.getRequiredType()))));
    }

    private static String kind(@Nullable Class<?> type) {
        return type == UUID.class
                ? "a UUID such as 11111111-2222-4333-8444-555555555555"
                : JsonFaults.kind(type);
    }

    private static Problem body(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JacksonException fault) {
            return JsonFaults.problem(fault);
        }
        return unreadable.getCause() == null
                ? Problem.bodyMissing()
                : Problem.badRequest("The body ended before its length. Send it again.");
    }

    private static Problem other(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null || known == HttpStatus.BAD_REQUEST
                ? Problem.unreadable()
                : new Problem(
                        known,
                        known.getReasonPhrase()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(' ', '-'),
                        known.getReasonPhrase(),
                        "The request is refused with status %d. GET /public-api/openapi.json says what its route takes."
                                .formatted(known.value()));
    }
}
