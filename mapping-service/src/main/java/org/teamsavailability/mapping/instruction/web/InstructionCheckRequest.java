package org.teamsavailability.mapping.instruction.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked.
 *
 * @param ticketPriorities null where none are named
 */
record InstructionCheckRequest(
        @NotNull @Pattern(regexp = TEXT, message = NO_TEXT) String customInstructions,
        @ArraySchema(
                        schema =
                                @Schema(
                                        types = {"string", "null"},
                                        maxLength = 200))
                @Nullable List<@Nullable @Pattern(regexp = TEXT, message = NO_TEXT) String>
                        ticketPriorities) {

    private static final String TEXT = "[^\\p{Cs}]*";
    private static final String NO_TEXT = "holds half of a surrogate pair, leave it out";

    /** Those to check; may be empty. */
    List<@Nullable String> priorities() {
        return ticketPriorities == null ? List.of() : ticketPriorities;
    }
}
