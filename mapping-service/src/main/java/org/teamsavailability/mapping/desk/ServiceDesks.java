package org.teamsavailability.mapping.desk;

import java.util.List;

/** The service desks of this installation. */
public interface ServiceDesks {

    /** The ids of all desks, in the order of their characters. Crosses desks: it finds them out. */
    List<String> all();

    /** Whether the transaction's desk exists. */
    boolean exists(DeskTransaction transaction);

    /**
     * Makes the transaction's desk.
     *
     * @return false where it exists
     */
    boolean create(DeskTransaction transaction);

    /**
     * Keeps everybody from writing to the transaction's desk, which is to be deleted, and waits for
     * those who do.
     *
     * @return false where it does not exist
     */
    boolean lockToDelete(DeskTransaction transaction);

    /**
     * Deletes the transaction's desk, after {@link #lockToDelete}, with every row of it but the
     * marks of what was published.
     */
    void delete(DeskTransaction transaction);
}
