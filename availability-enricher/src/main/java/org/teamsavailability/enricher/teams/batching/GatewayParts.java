package org.teamsavailability.enricher.teams.batching;

import java.time.InstantSource;

/** What every desk works with; all of it but the settings comes from outside the gateway. */
record GatewayParts(
        InstantSource clock,
        Scheduler alarms,
        Backoff backoff,
        GatewayMeters meters,
        CallSpans spans) {}
