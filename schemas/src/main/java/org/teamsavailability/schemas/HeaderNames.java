package org.teamsavailability.schemas;

/**
 * Names of the headers of records; values are UTF-8 text.
 *
 * <p>Those that begin with {@code ce_} are attributes of CloudEvents, in the binary mode of its <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 * binding</a>. Answers and fallback records have them.
 */
public final class HeaderNames {

    /** On a request that the dispatch client has published: its {@code requestId}. */
    public static final String REQUEST_ID = "requestId";

    /** The version of CloudEvents, {@code 1.0}. */
    public static final String CLOUD_EVENT_VERSION = "ce_specversion";

    /** On an answer its {@code requestId}; on a fallback record with {@code /} and a number. */
    public static final String CLOUD_EVENT_ID = "ce_id";

    /** The full name of the record with {@code .v1} behind it. */
    public static final String CLOUD_EVENT_TYPE = "ce_type";

    /** {@code /service-desks/} and the percent-encoded id of the service desk. */
    public static final String CLOUD_EVENT_SOURCE = "ce_source";

    /** When it was decided, in ISO 8601 and UTC. */
    public static final String CLOUD_EVENT_TIME = "ce_time";

    private HeaderNames() {}
}
