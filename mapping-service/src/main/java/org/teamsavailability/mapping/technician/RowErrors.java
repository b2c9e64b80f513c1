package org.teamsavailability.mapping.technician;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong in many rows, so that it is said at once. */
public final class RowErrors {

    /** As many are told; those beyond are not looked for. */
    public static final int MOST = 100;

    private final List<RowError> errors = new ArrayList<>();
    private final @Nullable String array;

    private RowErrors(@Nullable String array) {
        this.array = array;
    }

    /** Of rows that are lines of a file, or records. */
    public static RowErrors ofRows() {
        return new RowErrors(null);
    }

    /**
     * Of rows that are elements of a JSON array.
     *
     * @param array its JSON pointer
     */
    public static RowErrors ofArray(String array) {
        return new RowErrors(array);
    }

    /** Notes an error, unless {@code wrong} is null or there are {@link #MOST} already. */
    public void add(int row, @Nullable String field, @Nullable String wrong) {
        if (wrong != null && !isFull()) {
            errors.add(new RowError(row, field, pointer(row, field), wrong));
        }
    }

    private @Nullable String pointer(int row, @Nullable String field) {
        if (array == null) {
            return null;
        }
        var element = array + "/" + (row - 1);
        return field == null ? element : element + "/" + field;
    }

    /** Whether no more are noted. */
    public boolean isFull() {
        return errors.size() == MOST;
    }

    /** Fields and messages, as a sentence. */
    public String inWords() {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(joining(", "));
    }

    /**
     * Continues where nothing is wrong.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.InvalidRows} with all of them, by row
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new TechnicianRefusal.InvalidRows(
                            errors.stream().sorted(comparingInt(RowError::row)).toList())
                    .exception();
        }
    }
}
