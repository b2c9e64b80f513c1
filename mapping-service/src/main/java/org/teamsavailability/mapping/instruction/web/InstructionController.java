package org.teamsavailability.mapping.instruction.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.instruction.InstructionCheck;

/** Custom instructions, before somebody saves them in a workflow. */
@RestController
@Tag(name = "Instructions")
@RequestMapping("/public-api/instructions")
class InstructionController {

    private final InstructionCheck instructions;

    InstructionController(InstructionCheck instructions) {
        this.instructions = instructions;
    }

    @Operation(
            operationId = "checkInstructions",
            summary = "Check custom instructions",
            description =
                    "Says of each sentence what it would do for tickets of each priority, by the"
                        + " rules that decide dispatches. Nothing is saved and nobody's"
                        + " availability is read. offset and length count UTF-16 code units, as"
                        + " JavaScript does. Every sentence is left to the dispatch AI where"
                        + " limitedBy is not null: that sentence is not understood and may limit"
                        + " the others.")
    @PostMapping("/check")
    InstructionCheckAnswer check(@RequestBody @Valid InstructionCheckRequest request) {
        return InstructionCheckAnswer.of(
                instructions.check(request.customInstructions(), request.priorities()));
    }
}
