package org.teamsavailability.mapping.schedule;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** When the daily rounds of service desks are due. */
public interface RoundStore {

    /** Crosses desks: it finds out which have a round due. */
    List<String> desksDue(Instant now, int most);

    /** Of the transaction's desk; false where another instance has just taken it. */
    boolean isDue(DeskTransaction transaction, Instant now);

    /** Says when the next one of the transaction's desk is due. */
    void dueAt(DeskTransaction transaction, Instant at);
}
