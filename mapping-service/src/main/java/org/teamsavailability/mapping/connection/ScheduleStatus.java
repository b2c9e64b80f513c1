package org.teamsavailability.mapping.connection;

/** What is known of the Shifts schedule of a Team. */
public enum ScheduleStatus {
    /** It has one, which can be the rota of a request. */
    PROVISIONED,
    /** It has one that is not enabled, or not provisioned completely. */
    NOT_PROVISIONED,
    /** It has none, or the cloud of the tenant has no Shifts. */
    NONE,
    /** Microsoft has not said so far; asking again a few seconds later may help. */
    UNKNOWN
}
