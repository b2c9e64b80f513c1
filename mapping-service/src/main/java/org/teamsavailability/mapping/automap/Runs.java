package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/** Where runs are kept, and the mapping that they change. */
public interface Runs {

    /** The tenant of the desk, where it has consented; null otherwise. */
    @Nullable MicrosoftTenant grantedTenant(String serviceDeskId);

    /**
     * Notes that a run begins, unless one is running; one whose process died is ended first.
     *
     * @return the id of the one that is running now: this one or another
     */
    UUID begin(Run run);

    /**
     * Notes that a run is alive.
     *
     * @throws RunFailedException where it was taken for dead meanwhile
     */
    void progress(Run run, Progress progress);

    /** All technicians of the desk with what they are mapped to. */
    List<Technician> technicians(String serviceDeskId);

    /**
     * Ends a run that has read what it could: in one transaction the technicians are read again and
     * kept from changing, it is decided, the outcome noted, and, unless it is a dry run, the
     * mapping changed.
     *
     * @param tenant which was read
     * @param coverage what of it could not be read
     * @param actor whose changes these are, for the audit
     * @param decide may be asked more than once; the last answer counts
     * @throws RunFailedException where it was taken for dead, or the connection is another one;
     *     then nothing is changed
     */
    Decision conclude(
            Run run,
            MicrosoftTenant tenant,
            Coverage coverage,
            String actor,
            Function<List<Technician>, Decision> decide);

    /** Ends a run that is still running without an outcome. */
    void fail(Run run, RunFailure failure);

    /**
     * A run of the last 24 hours; one whose process died is ended first.
     *
     * @return null where there is none; suggestions are null too
     */
    @Nullable RunReport find(String serviceDeskId, UUID runId);

    /**
     * A dry run of the last 24 hours that has ended.
     *
     * @return null where there is none
     */
    @Nullable Preview preview(String serviceDeskId, UUID runId);

    /**
     * Restores the mappings that a run of the last 24 hours changed, in one transaction; of a run
     * that was undone before, nothing.
     *
     * @param actor who wants it, for the audit
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AutoMapRefusal};
     *     then nothing is changed
     */
    void undo(String serviceDeskId, UUID runId, String actor);

    /** Deletes what is older than 24 hours. */
    void forgetOld(String serviceDeskId);

    /** Whether the desk has a full run once a day. */
    boolean isDaily(String serviceDeskId);

    /** Sets whether the desk has a full run once a day. */
    void setDaily(String serviceDeskId, boolean daily, String actor);
}
