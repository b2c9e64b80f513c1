package org.teamsavailability.enricher.topology;

import org.teamsavailability.schemas.DispatchRequested;

/**
 * A request with the bytes it came as, for the dead-letter topic.
 *
 * @param bytes the record's value as it came
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it came, never compared
record Incoming(byte[] bytes, DispatchRequested request) {}
