package org.teamsavailability.enricher.topology;

import static org.teamsavailability.schemas.Topics.CANDIDATE_AVAILABILITY;
import static org.teamsavailability.schemas.Topics.DISPATCH_REQUESTED;
import static org.teamsavailability.schemas.Topics.DISPATCH_REQUESTED_DLQ;
import static org.teamsavailability.schemas.Topics.FALLBACK_REASON;
import static org.teamsavailability.schemas.Topics.SERVICE_DESK_CONNECTION;
import static org.teamsavailability.schemas.Topics.TECHNICIAN_MAPPING;

import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.teamsavailability.enricher.stage.AskTeams;
import org.teamsavailability.enricher.stage.StreamThreads;
import org.teamsavailability.enricher.tables.MappedAccounts;
import org.teamsavailability.enricher.tables.Tables;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.Topics;

/**
 * The enricher: requests → screened → the asynchronous stage (looks up connection and mappings,
 * asks Teams, decides) → answers, and fallbacks to their own topic; what cannot be read goes to the
 * dead-letter topic.
 *
 * <p>The names of nodes and stores are data on disk and in group metadata: see CONTRIBUTING.md
 * before changing one.
 */
public final class EnricherTopology {

    private static final String REQUESTS = "requests";
    private static final String SCREEN = "screen";
    private static final String ASK_TEAMS = "ask-teams";
    private static final String PUBLISH = "publish";
    private static final String ANSWERS = "answers";
    private static final String FALLBACKS = "fallbacks";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String PENDING = "pending-requests";
    private static final String NOT_BEFORE = "not-before";

    /** Few keys, overwritten often: small segments and eager cleaning keep the restore short. */
    private static final Map<String, String> PENDING_CHANGELOG =
            Map.of(
                    "segment.bytes",
                    Integer.toString(8 * 1024 * 1024),
                    "min.cleanable.dirty.ratio",
                    "0.1",
                    "max.message.bytes",
                    Integer.toString(Topics.LARGEST_RECORD_OUT));

    private static final Map<String, String> NOT_BEFORE_CHANGELOG =
            Map.of(
                    "segment.bytes",
                    Integer.toString(8 * 1024 * 1024),
                    "min.cleanable.dirty.ratio",
                    "0.1");

    private EnricherTopology() {}

    /** The topology of an installation. */
    public static Topology build(EnricherParts parts) {
        var known = new MappedAccounts();
        var threads = new StreamThreads(parts.stage().commitPause());
        return new Topology()
                .addGlobalStore(
                        Tables.store(Tables.CONNECTIONS, parts.state().connections()),
                        "connection-rows",
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        SERVICE_DESK_CONNECTION.nameIn(parts.topicPrefix()),
                        "update-connections",
                        Tables.connectionUpdates(
                                SERVICE_DESK_CONNECTION.nameIn(parts.topicPrefix()),
                                parts.wire().connections(),
                                parts.ignoredRow()))
                .addGlobalStore(
                        Tables.store(Tables.MAPPINGS, parts.state().mappings()),
                        "mapping-rows",
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        TECHNICIAN_MAPPING.nameIn(parts.topicPrefix()),
                        "update-mappings",
                        Tables.mappingUpdates(
                                TECHNICIAN_MAPPING.nameIn(parts.topicPrefix()),
                                parts.wire().mappings(),
                                parts.ignoredRow(),
                                known))
                .addSource(
                        AutoOffsetReset.earliest(),
                        REQUESTS,
                        new RecordTime(parts.clock()),
                        new ByteArrayDeserializer(),
                        new IncomingDeserializer(parts.wire().requests()),
                        DISPATCH_REQUESTED.nameIn(parts.topicPrefix()))
                .addProcessor(
                        SCREEN,
                        () -> new Screening(ASK_TEAMS, DEAD_LETTERS, parts.deadLetter()),
                        REQUESTS)
                .addProcessor(ASK_TEAMS, () -> stage(parts, threads, known), SCREEN)
                .addStateStore(pendingRequests(parts), ASK_TEAMS)
                .addStateStore(notBefore(parts), ASK_TEAMS)
                .addProcessor(
                        PUBLISH,
                        () -> new Publishing(ANSWERS, FALLBACKS, parts.answerMetrics()),
                        ASK_TEAMS)
                .addSink(
                        ANSWERS,
                        CANDIDATE_AVAILABILITY.nameIn(parts.topicPrefix()),
                        new ByteArraySerializer(),
                        parts.wire().answers(),
                        PUBLISH)
                .addSink(
                        FALLBACKS,
                        FALLBACK_REASON.nameIn(parts.topicPrefix()),
                        new ByteArraySerializer(),
                        parts.wire().fallbacks(),
                        PUBLISH)
                .addSink(
                        DEAD_LETTERS,
                        DISPATCH_REQUESTED_DLQ.nameIn(parts.topicPrefix()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        SCREEN);
    }

    private static AskTeams stage(
            EnricherParts parts, StreamThreads threads, MappedAccounts known) {
        return new AskTeams(
                PENDING,
                NOT_BEFORE,
                context -> parts.dispatches().apply(Tables.directory(context, known)),
                parts.stage(),
                parts.clock(),
                parts.stageMetrics(),
                parts.traces(),
                threads,
                parts.requestLag());
    }

    private static StoreBuilder<KeyValueStore<String, NotBefore>> notBefore(EnricherParts parts) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(NOT_BEFORE),
                        Serdes.String(),
                        parts.state().notBefore())
                .withLoggingEnabled(NOT_BEFORE_CHANGELOG);
    }

    private static StoreBuilder<KeyValueStore<Integer, PendingRequest>> pendingRequests(
            EnricherParts parts) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PENDING),
                        Serdes.Integer(),
                        parts.state().pending())
                .withLoggingEnabled(PENDING_CHANGELOG);
    }
}
