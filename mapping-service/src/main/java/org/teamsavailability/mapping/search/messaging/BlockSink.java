package org.teamsavailability.mapping.search.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of a desk in blocks: the newest block first, and the oldest record of a block
 * first. A block that is not ended does not count.
 */
public interface BlockSink {

    /** A block begins. What the block before left without an end is to be forgotten. */
    void begin();

    /** The next record of the desk. */
    void accept(ConsumerRecord<byte[], byte[]> record);

    /** The block was read completely; returns whether older blocks are wanted. */
    boolean end();
}
