package org.teamsavailability.benchmarks.arm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.teamsavailability.schemas.Topic;

/**
 * Where a peer finds everything.
 *
 * @param kafka the broker
 * @param registry the schema registry's URL
 * @param simulator the simulator's URL
 * @param prefix the prefix of the topics
 * @param group the consumer group, a new one for each start
 * @param state where Kafka Streams keeps its state
 * @param ready the file that says that the peer has its partitions
 * @param presenceAge how old a presence may be, for our gateway
 */
public record ArmSettings(
        String kafka,
        String registry,
        String simulator,
        String prefix,
        String group,
        Path state,
        Path ready,
        Duration presenceAge) {

    String name(Topic topic) {
        return topic.nameIn(prefix);
    }

    /** Says that the peer has its partitions. */
    void markReady() {
        try {
            if (!Files.exists(ready)) {
                Files.createFile(ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be made: " + ready, e);
        }
    }
}
