package org.teamsavailability.graph;

import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.Bounds;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.settings.Timeouts;

/** What the tests of tokens and reads share. */
public final class GraphFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final MicrosoftTenant CONTOSO = tenant(MicrosoftCloud.GLOBAL);
    public static final UUID TEAM = UUID.fromString("7d2b9a60-1c3e-4b5f-8a90-0c1d2e3f4a5b");

    private static final Bounds BOUNDS = new Bounds(8, 256, 5, 200_000);

    private GraphFixture() {}

    public static MicrosoftTenant tenant(MicrosoftCloud cloud) {
        return new MicrosoftTenant(cloud, UUID.fromString("11111111-2222-3333-4444-555566667777"));
    }

    public static GraphSettings settings(AppRegistration registration) {
        return settings(registration, PATIENCE, BOUNDS);
    }

    /** Where Microsoft hangs, a test waits no longer than this. */
    public static GraphSettings impatient(AppRegistration registration) {
        return settings(registration, Duration.ofMillis(300), BOUNDS);
    }

    public static GraphSettings settings(
            AppRegistration registration, Duration patience, Bounds bounds) {
        return new GraphSettings(
                Map.of(MicrosoftCloud.GLOBAL, registration),
                new Timeouts(PATIENCE, patience, patience),
                bounds);
    }

    public static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The failure of a stage that must fail. */
    public static GraphFailure failure(CompletionStage<?> stage) {
        try {
            Assertions.fail("It succeeded: " + result(stage));
        } catch (CompletionException e) {
            if (e.getCause() instanceof GraphException known) {
                return known.failure();
            }
            throw e;
        }
        throw new AssertionError();
    }
}
