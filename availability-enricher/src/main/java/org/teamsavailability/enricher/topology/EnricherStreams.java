package org.teamsavailability.enricher.topology;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.teamsavailability.enricher.settings.KafkaSettings;

/** The life of the Streams client: started last, stopped first, within 10 s. */
public final class EnricherStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EnricherStreams.class);

    /** Leaves the rest of the 10 s to what stops afterwards. */
    private static final Duration STOP = Duration.ofSeconds(8);

    private final Topology topology;
    private final KafkaSettings settings;
    private final Runnable prerequisites;
    private final UncaughtFailures failures;
    private final StreamsState state;
    private final Runnable warmUp;
    private final StreamsMeters meters;
    private final Fetches fetches;
    private final RequestLag requestLag;
    private final Runnable deadLetter;
    private final Runnable stopping;
    private final boolean autoStartup;
    private @Nullable KafkaStreams streams;

    /**
     * @param prerequisites throws, with an explanation, where a topic or a schema is missing
     * @param warmUp runs next to the client's start; the service is ready after both
     * @param deadLetter called for each request whose bytes cannot be read
     * @param stopping called before the client is stopped
     * @param autoStartup whether the application starts it
     */
    public EnricherStreams(
            Topology topology,
            KafkaSettings settings,
            Runnable prerequisites,
            UncaughtFailures failures,
            StreamsState state,
            Runnable warmUp,
            StreamsMeters meters,
            Fetches fetches,
            RequestLag requestLag,
            Runnable deadLetter,
            Runnable stopping,
            boolean autoStartup) {
        this.topology = topology;
        this.settings = settings;
        this.prerequisites = prerequisites;
        this.failures = failures;
        this.state = state;
        this.warmUp = warmUp;
        this.meters = meters;
        this.fetches = fetches;
        this.requestLag = requestLag;
        this.deadLetter = deadLetter;
        this.stopping = stopping;
        this.autoStartup = autoStartup;
    }

    @Override
    public synchronized void start() {
        prerequisites.run();
        var config = new Properties();
        config.putAll(StreamsConfiguration.of(settings));
        config.put(UnreadableRequests.COUNTED, deadLetter);
        ProcessIdFile.writeIfAbsent(
                settings.stateDirectory(),
                config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG),
                settings.instanceId());
        var started = new KafkaStreams(topology, config);
        started.setUncaughtExceptionHandler(failures);
        started.setStateListener((now, _) -> state.changed(now));
        streams = started;
        started.start();
        Thread.ofPlatform().name("warm-up").daemon().start(this::warmUp);
        meters.follow(started);
        fetches.follow(started::metrics);
        requestLag.follow(started::metrics);
    }

    private void warmUp() {
        try {
            warmUp.run();
        } finally {
            state.warmedUp();
        }
    }

    @Override
    public synchronized void stop() {
        if (streams == null) {
            return;
        }
        stopping.run();
        meters.stopFollowing();
        fetches.stopFollowing();
        requestLag.stopFollowing();
        var membership =
                settings.leaveGroupOnStop()
                        ? GroupMembershipOperation.LEAVE_GROUP
                        : GroupMembershipOperation.REMAIN_IN_GROUP;
        boolean stopped =
                streams.close(CloseOptions.timeout(STOP).withGroupMembershipOperation(membership));
        if (!stopped) {
            log.atWarn()
                    .addKeyValue("waited", STOP)
                    .log(
                            "Kafka Streams did not stop in time; pending requests stay in the state"
                                    + " store");
        }
        streams = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    /** After everything that it uses, and before the web server stops answering probes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
