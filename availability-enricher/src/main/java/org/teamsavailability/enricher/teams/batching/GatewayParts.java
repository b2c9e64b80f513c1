package org.teamsavailability.enricher.teams.batching;

import java.time.InstantSource;

/** What all queues share; everything comes from outside the gateway. */
record GatewayParts(
        InstantSource clock,
        Scheduler scheduler,
        Backoff backoff,
        GatewayMeters meters,
        CallSpans spans) {}
