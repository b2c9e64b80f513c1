package org.teamsavailability.mapping.outbox;

/** What is marked and not published yet. */
public interface UnpublishedEntries {

    /** Of one desk, which need not exist any more. */
    Unpublished ofDesk(String serviceDeskId);

    /** Of all desks. */
    Unpublished ofAll();
}
