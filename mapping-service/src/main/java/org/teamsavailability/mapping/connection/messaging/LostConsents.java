package org.teamsavailability.mapping.connection.messaging;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.PerDeskThrottle;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Checks the connection of a desk whose dispatch met a missing consent or permission, at most once
 * a minute. What cannot be read is counted and skipped; any other failure, of the registry or of
 * the database, is thrown, so that the record comes again.
 */
final class LostConsents implements MessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(LostConsents.class);
    private static final Set<Reason> LOST =
            EnumSet.of(Reason.CONSENT_REVOKED, Reason.PERMISSION_MISSING);
    private static final Pattern DESK_ID = Pattern.compile("[^/\\p{Cntrl}]{1,200}");

    private final Deserializer<FallbackReason> reasons;
    private final ConnectionCheck check;
    private final PerDeskThrottle pace;
    private final Runnable unreadable;

    /**
     * @param unreadable is told of each record that is skipped
     */
    LostConsents(
            Deserializer<FallbackReason> reasons,
            ConnectionCheck check,
            PerDeskThrottle pace,
            Runnable unreadable) {
        this.reasons = reasons;
        this.check = check;
        this.pace = pace;
        this.unreadable = unreadable;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        FallbackReason reason;
        try {
            reason = reasons.deserialize(message.topic(), message.value());
        } catch (UnreadableRecordException e) {
            skip(message, String.valueOf(e.getMessage()));
            return;
        }
        if (reason == null || !DESK_ID.matcher(reason.getServiceDeskId()).matches()) {
            skip(message, "It names no service desk");
        } else if (LOST.contains(reason.getReason()) && pace.mayGo(reason.getServiceDeskId())) {
            check(reason.getServiceDeskId());
        }
    }

    private void check(String serviceDeskId) {
        try {
            var _ = check.check(serviceDeskId);
        } catch (RuntimeException e) {
            pace.undo(serviceDeskId);
            throw e;
        }
    }

    private void skip(ConsumerRecord<byte[], byte[]> message, String why) {
        unreadable.run();
        LOG.atWarn()
                .setMessage("A fallback reason was skipped")
                .addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset())
                .addKeyValue("why", why)
                .log();
    }
}
