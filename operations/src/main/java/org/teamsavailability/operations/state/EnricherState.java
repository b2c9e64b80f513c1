package org.teamsavailability.operations.state;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.BrokerFutures;

/**
 * What the enricher keeps in Kafka: the changelog of the requests that wait for their answer. The
 * offsets of its group stay, because they say which requests were taken.
 */
public final class EnricherState {

    /** Holds times before which Microsoft must not be called, and no request. */
    private static final String NOT_BEFORE_CHANGELOG = "-not-before-changelog";

    private static final String PENDING_CHANGELOG = "-pending-requests-changelog";

    private final Access access;
    private final Admin admin;

    /** The admin client stays the caller's. */
    public EnricherState(Access access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    /** The consumer group of the enrichers. */
    public String group() {
        return access.topics().prefix() + "availability-enricher";
    }

    /** Whether no instance runs; one that was stopped counts for 10 s more. */
    public boolean isAtRest() {
        try {
            var answer = admin.describeConsumerGroups(List.of(group())).all();
            var group = requireNonNull(BrokerFutures.of(answer).get(group()));
            return group.groupState() == GroupState.EMPTY || group.groupState() == GroupState.DEAD;
        } catch (GroupIdNotFoundException _) {
            return true;
        }
    }

    /** The topic that holds the requests that wait for an answer; null where there is none yet. */
    public @Nullable String pendingRequests() {
        var name = group() + PENDING_CHANGELOG;
        return changelogs().contains(name) ? name : null;
    }

    /** The offset of the first request that is not taken yet, by partition; none before a start. */
    public Map<Integer, Long> taken() {
        var topic = access.name(Topics.DISPATCH_REQUESTED);
        try {
            var answer = admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata();
            var taken = new HashMap<Integer, Long>();
            BrokerFutures.of(answer)
                    .forEach((partition, committed) -> {
                        if (partition.topic().equals(topic) && committed != null) {
                            taken.put(partition.partition(), committed.offset());
                        }
                    });
            return taken;
        } catch (GroupIdNotFoundException _) {
            return Map.of();
        }
    }

    /** The internal topics of the group. */
    List<String> changelogs() {
        return BrokerFutures.of(admin.listTopics().names()).stream()
                .filter(name ->
                        name.startsWith(group() + "-")
                                && (name.endsWith("-changelog") || name.endsWith("-repartition")))
                .sorted()
                .toList();
    }

    /** How many requests were taken and not answered. */
    int waiting(List<String> changelogs) {
        var ofRequests =
                changelogs.stream().filter(name -> !name.endsWith(NOT_BEFORE_CHANGELOG)).toList();
        if (ofRequests.isEmpty()) {
            return 0;
        }
        Set<Slot> waiting = new HashSet<>();
        new TopicScan(access)
                .read(
                        ofRequests,
                        Instant.EPOCH,
                        record -> {
                            var slot =
                                    new Slot(
                                            record.topic(),
                                            record.partition(),
                                            ByteBuffer.wrap(record.key()));
                            if (record.value() == null) {
                                waiting.remove(slot);
                            } else {
                                waiting.add(slot);
                            }
                        });
        return waiting.size();
    }

    private record Slot(String topic, int partition, ByteBuffer key) {}

    void delete(List<String> changelogs) {
        BrokerFutures.of(admin.deleteTopics(changelogs).all());
    }
}
