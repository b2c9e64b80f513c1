package org.teamsavailability.enricher.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.HeaderNames;

/**
 * The attributes of CloudEvents for an answer and its fallback records, as headers. What is the
 * same for all of them is encoded once.
 *
 * <p>There is no {@code content-type}: no media type is registered for Confluent's wire format, and
 * the attribute is optional.
 */
final class CloudEventHeaders {

    private static final Header VERSION = header(HeaderNames.CLOUD_EVENT_VERSION, "1.0");
    private static final Header ANSWER =
            header(HeaderNames.CLOUD_EVENT_TYPE, "org.teamsavailability.CandidateAvailability.v1");
    private static final Header FALLBACK =
            header(HeaderNames.CLOUD_EVENT_TYPE, "org.teamsavailability.FallbackReason.v1");

    private final String requestId;
    private final Header source;
    private final Header time;

    private CloudEventHeaders(CandidateAvailability answer) {
        this.requestId = answer.getRequestId();
        this.source =
                header(
                        HeaderNames.CLOUD_EVENT_SOURCE,
                        "/service-desks/" + PercentEncoding.of(answer.getServiceDeskId()));
        this.time = header(HeaderNames.CLOUD_EVENT_TIME, answer.getDecidedAt().toString());
    }

    /**
     * Those of this answer and its fallback records; null where an id of the request is not valid:
     * it may be empty, or as large as the whole request.
     */
    static @Nullable CloudEventHeaders of(CandidateAvailability answer) {
        return RequestValidation.isId(answer.getRequestId())
                        && RequestValidation.isId(answer.getServiceDeskId())
                ? new CloudEventHeaders(answer)
                : null;
    }

    /** Adds those of the answer. */
    void addForAnswer(Headers headers) {
        add(headers, ANSWER, requestId);
    }

    /**
     * Adds those of a fallback record.
     *
     * @param number its place among those of the answer, 1 or more
     */
    void addForFallback(Headers headers, int number) {
        add(headers, FALLBACK, requestId + "/" + number);
    }

    private void add(Headers headers, Header type, String id) {
        headers.add(VERSION)
                .add(header(HeaderNames.CLOUD_EVENT_ID, id))
                .add(type)
                .add(source)
                .add(time);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
