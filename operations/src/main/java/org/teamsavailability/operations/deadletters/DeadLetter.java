package org.teamsavailability.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * @param pile the topic it lies on
 * @param record the letter as it lies there; may hold personal data
 */
public record DeadLetter(DeadLetterTopic pile, ConsumerRecord<byte[], byte[]> record) {

    /** Where it lies, {@code partition:offset}. */
    public String place() {
        return record.partition() + ":" + record.offset();
    }

    /** The same with the topic, unlike any other letter's. */
    public String origin() {
        return record.topic() + "/" + place();
    }

    /** When it was put there. */
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The simple name of the exception; empty where no header tells. */
    public String exception() {
        var name = text(pile.exceptionHeader());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Why it is one; empty where no header tells. Our messages never hold a value. */
    public String message() {
        return text(pile.messageHeader());
    }

    /** The desk, or desk and technician, where it is text that can be shown. */
    public String key() {
        if (record.key() == null) {
            return "(none)";
        }
        var text = new String(record.key(), UTF_8);
        boolean shown =
                text.length() <= 401
                        && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
        return shown ? text : "(%d bytes)".formatted(record.key().length);
    }

    /** Why it cannot be sent again; null where it can. */
    public @Nullable String obstacle() {
        if (record.key() == null) {
            return "has no key, or was too long to be kept: publish it again from its source";
        }
        if (record.value() == null && !pile.takesTombstones()) {
            return "has no value, or was too long to be kept: publish it again from its source";
        }
        return null;
    }

    /** Where it lay before it died, {@code partition:offset}; empty where no header tells. */
    public String diedAt() {
        var partition = text(pile.errorHeaders() + "partition");
        var offset = text(pile.errorHeaders() + "offset");
        return partition.isEmpty() || offset.isEmpty() ? "" : partition + ":" + offset;
    }

    private String text(String header) {
        var found = record.headers().lastHeader(header);
        return found == null || found.value() == null
                ? ""
                : new String(found.value(), UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Where it lies, and nothing of what is in it. */
    @Override
    public String toString() {
        return "DeadLetter[" + origin() + "]";
    }
}
