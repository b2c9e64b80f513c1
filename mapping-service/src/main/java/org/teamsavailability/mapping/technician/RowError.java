package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a row of what was given.
 *
 * @param row from 1; of a file, its line
 * @param field the field's name; null where it is the row as a whole
 * @param message what is wrong, without the value
 */
public record RowError(int row, @Nullable String field, String message) {}
