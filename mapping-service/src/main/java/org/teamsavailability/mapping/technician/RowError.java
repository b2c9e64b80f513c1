package org.teamsavailability.mapping.technician;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a row of what was given.
 *
 * @param row from 1; of a file, its line
 * @param field the field's name; null where it is the row as a whole
 * @param pointer the JSON pointer of the field, or of the row; null in what is no JSON
 * @param message what is wrong, without the value
 */
public record RowError(
        int row,
        @Nullable String field,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,
        String message) {}
