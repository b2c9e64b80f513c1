package org.teamsavailability.mapping.availability;

/** The result of reading a part of a partition. */
public sealed interface Search<T> {

    /**
     * It is there.
     *
     * @param offset of its record
     */
    record Found<T>(T what, long offset) implements Search<T> {}

    /**
     * It is not before an offset.
     *
     * @param end the offset at which the reading ended
     * @param complete whether this was the end of the partition; otherwise a limit of bytes or time
     *     ended the reading
     */
    record Absent<T>(long end, boolean complete) implements Search<T> {}
}
