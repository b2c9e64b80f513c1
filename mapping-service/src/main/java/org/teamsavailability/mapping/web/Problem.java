package org.teamsavailability.mapping.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal, as RFC 9457 has it: thrown anywhere, answered as {@code application/problem+json}. Its
 * detail names the thing, the value and the way out, and never a secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:teams-availability:";

    private final String name;
    private final HttpStatus status;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * @param name the last part of its type, such as {@code not-found}
     * @param title the same for every problem of this type
     * @param detail what is wrong this time
     */
    public Problem(HttpStatus status, String name, String title, String detail) {
        super(detail, null, false, false);
        this.name = name;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** Not found on this key's service desk; the client is not told whether another desk has it. */
    public static Problem notFound(String what, String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "The %s \"%s\" was not found on the service desk of this key."
                        .formatted(what, JsonFaults.shown(id)));
    }

    public static Problem conflict(String name, String title, String detail) {
        return new Problem(HttpStatus.CONFLICT, name, title, detail);
    }

    /** Values that can be read, but are not allowed. */
    public static Problem invalid(String detail) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is not valid", detail);
    }

    /**
     * Values that can be read, but are not allowed.
     *
     * @param errors one or more
     */
    public static Problem invalid(List<FieldError> errors) {
        return invalid(detail(errors)).with("errors", List.copyOf(errors));
    }

    /** A value that can be read, but is not allowed. */
    public static Problem invalid(FieldError error) {
        return invalid(List.of(error));
    }

    /** A value that cannot be read: of another type, unexpected, or damaged. */
    public static Problem malformed(FieldError error) {
        return badRequest(error.sentence()).with("errors", List.of(error));
    }

    /** A request without the body that it needs. */
    public static Problem bodyMissing() {
        return malformed(
                FieldError.at("", "is missing. GET /public-api/openapi.json has an example of it"));
    }

    /** A request that no part of the service can read. */
    public static Problem badRequest(String detail) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read", detail);
    }

    /** A path, a parameter or a header that no part of the service reads. */
    public static Problem unreadable() {
        return badRequest(
                "The path, a parameter or a header cannot be read. Encode them in percent and"
                        + " UTF-8, and leave out control characters, double slashes and path"
                        + " parameters.");
    }

    /** A body of a media type, charset or encoding that the route does not take. */
    public static Problem unsupportedMediaType(String detail) {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The body has another media type",
                detail);
    }

    private static String detail(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().sentence()
                : "%d values are not allowed: see errors.".formatted(errors.size());
    }

    /** Adds a member of this type of problem. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Says when to try again, in whole seconds, 1 or more: {@code Retry-After}. */
    public Problem retryAfter(long seconds) {
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }

    /** Headers of the response in addition to those of any problem. */
    public HttpHeaders headers() {
        return headers;
    }

    public HttpStatus status() {
        return status;
    }

    /** The same for the wire. */
    public ProblemDetail body() {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPE + name));
        body.setTitle(title);
        members.forEach(body::setProperty);
        return body;
    }
}
