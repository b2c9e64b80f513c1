package org.teamsavailability.schemas;

/** Names of the headers of records; values are UTF-8 text. */
public final class HeaderNames {

    /** On a request that the dispatch client has published: its {@code requestId}. */
    public static final String REQUEST_ID = "requestId";

    /** On an answer: its {@code requestId}; on a fallback record with a number behind it. */
    public static final String CLOUD_EVENT_ID = "ce_id";

    private HeaderNames() {}
}
