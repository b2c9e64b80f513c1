package org.teamsavailability.mapping.profile;

import java.time.ZoneId;
import java.util.Map;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The profiles of service desks. */
public final class DeskProfiles {

    private final DeskTransactions transactions;
    private final ProfileStore profiles;
    private final Audit audit;

    public DeskProfiles(DeskTransactions transactions, ProfileStore profiles, Audit audit) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.audit = audit;
    }

    /** The time zone in which people of the desk are shown times. */
    public ZoneId timeZone(String serviceDeskId) {
        return transactions.in(serviceDeskId, profiles::timeZone);
    }

    /** Sets it; audited where that changes it. */
    public void setTimeZone(String serviceDeskId, ZoneId timeZone, String actor) {
        transactions.run(
                serviceDeskId,
                it -> {
                    if (profiles.setTimeZone(it, timeZone)) {
                        audit.record(
                                it,
                                actor,
                                "desk.changed",
                                null,
                                Map.of("timeZone", timeZone.getId()));
                    }
                });
    }
}
