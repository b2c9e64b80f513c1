package org.teamsavailability.mapping.search.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A search ends when its time is over, and says how far it came. */
class DeskReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("answers", 0);
    private static final Part PART = new Part(PARTITION, 0, 100);
    private static final ReadBudget NO_TIME = ReadBudget.of(1_000_000, Duration.ZERO);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final DeskReader reader = new DeskReader(consumer, "northwind");
    private final List<Long> read = new ArrayList<>();

    private final BlockSink sink =
            new BlockSink() {
                @Override
                public void begin() {
                    read.clear();
                }

                @Override
                public void accept(ConsumerRecord<byte[], byte[]> record) {
                    read.add(record.offset());
                }

                @Override
                public boolean end() {
                    return true;
                }
            };

    /** The next poll brings these records, every other one of another desk. */
    private void nextPoll(long from, long to) {
        consumer.schedulePollTask(() -> {
            for (long offset = from; offset < to; offset++) {
                var desk = offset % 2 == 0 ? "northwind" : "contoso";
                consumer.addRecord(
                        new ConsumerRecord<>(
                                PARTITION.topic(),
                                PARTITION.partition(),
                                offset,
                                desk.getBytes(UTF_8),
                                new byte[10]));
            }
        });
    }

    @Test
    void endsAfterTheBlockInWhichTheTimeIsOver() {
        nextPoll(68, 100);

        var reached = reader.backwards(PART, NO_TIME, sink);

        assertThat(reached.isAnythingRead()).isTrue();
        assertThat(reached.complete()).isFalse();
        assertThat(reached.offset()).isEqualTo(68);
        assertThat(read).hasSize(16).startsWith(68L).endsWith(98L);
    }

    @Test
    void countsNoBlockThatIsBrokenOff() {
        nextPoll(68, 80);

        var reached = reader.backwards(PART, NO_TIME, sink);

        assertThat(reached.isAnythingRead()).isFalse();
        assertThat(reached.offset()).isEqualTo(100);
    }
}
