package org.teamsavailability.enricher.topology;

import org.teamsavailability.schemas.DispatchRequested;

/**
 * A request with the bytes of its record, for the dead-letter topic.
 *
 * @param bytes the record's value, unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // passed on unchanged, never compared
record Incoming(byte[] bytes, DispatchRequested request) {}
