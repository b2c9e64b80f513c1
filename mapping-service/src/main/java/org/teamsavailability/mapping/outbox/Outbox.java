package org.teamsavailability.mapping.outbox;

import java.util.List;

/** What is to be published, and the rows it stands for. Every failure is an exception. */
public interface Outbox {

    /** The marks that are due, oldest first, of all desks. */
    List<OutboxEntry> due(int most);

    /** What each of these marks of one desk stands for now, in their order. */
    List<Publication> read(String serviceDeskId, List<OutboxEntry> marks);

    /**
     * Removes those of one desk that have not changed since and are not being changed.
     *
     * @return how many
     */
    int remove(String serviceDeskId, List<OutboxEntry> marks);

    Backlog backlog();
}
