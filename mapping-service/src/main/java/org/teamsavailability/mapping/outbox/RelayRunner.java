package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the relay on a thread of its own, while the application runs. */
final class RelayRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayRunner.class);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);
    private static final Duration ENDS_WHEN_INTERRUPTED_WITHIN = Duration.ofSeconds(2);

    private final Supplier<RelayLoop> loops;
    private final boolean enabled;
    private @Nullable RelayLoop loop;
    private @Nullable Thread thread;

    RelayRunner(Supplier<RelayLoop> loops, boolean enabled) {
        this.loops = loops;
        this.enabled = enabled;
    }

    @Override
    public synchronized void start() {
        loop = loops.get();
        thread = Thread.ofPlatform().name("publication-relay").daemon().start(loop);
    }

    @Override
    public synchronized void stop() {
        if (loop == null || thread == null) {
            return;
        }
        loop.end();
        try {
            if (!thread.join(ENDS_WITHIN)) {
                thread.interrupt();
                if (!thread.join(ENDS_WHEN_INTERRUPTED_WITHIN)) {
                    log.warn("The relay has not ended in time; another instance fences it");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        loop = null;
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    /** Stops after the web server, so that what the last requests changed is still published. */
    @Override
    public int getPhase() {
        return 0;
    }
}
