package org.teamsavailability.operations.state;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.access.Answers;
import org.teamsavailability.operations.traffic.TopicScan;

/**
 * What the enricher keeps in Kafka: the changelog of the requests that wait for their answer. The
 * offsets of its group stay, because they say which requests were taken.
 */
final class EnricherState {

    /** Holds times before which Microsoft must not be called, and no request. */
    private static final String NOT_BEFORE_CHANGELOG = "-not-before-changelog";

    private final Access access;
    private final Admin admin;

    EnricherState(Access access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    String group() {
        return access.topics().prefix() + "availability-enricher";
    }

    /** Whether no instance runs; one that was stopped counts for 10 s more. */
    boolean isAtRest() {
        try {
            var answer = admin.describeConsumerGroups(List.of(group())).all();
            var group = requireNonNull(Answers.of(answer).get(group()));
            return group.groupState() == GroupState.EMPTY || group.groupState() == GroupState.DEAD;
        } catch (GroupIdNotFoundException _) {
            return true;
        }
    }

    /** The internal topics of the group. */
    List<String> changelogs() {
        return Answers.of(admin.listTopics().names()).stream()
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
        Answers.of(admin.deleteTopics(changelogs).all());
    }
}
