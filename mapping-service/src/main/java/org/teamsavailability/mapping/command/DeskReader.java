package org.teamsavailability.mapping.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads service desks for an operator. */
public interface DeskReader {

    /**
     * The desks in the order of their ids' characters, each read when it is asked for.
     *
     * @param after the id after which to begin; null for the first
     */
    Stream<DeskRow> all(@Nullable String after);

    /** One desk; empty where there is none, or where it was deleted meanwhile. */
    Optional<DeskRow> find(String id);
}
