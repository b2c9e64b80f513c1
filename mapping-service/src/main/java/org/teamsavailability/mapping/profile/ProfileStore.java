package org.teamsavailability.mapping.profile;

import java.time.ZoneId;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Where the profile of the transaction's desk is kept. */
public interface ProfileStore {

    /** UTC until somebody chose another one. */
    ZoneId timeZone(DeskTransaction transaction);

    /**
     * Notes the time zone.
     *
     * @return false where it was so before
     */
    boolean setTimeZone(DeskTransaction transaction, ZoneId timeZone);
}
