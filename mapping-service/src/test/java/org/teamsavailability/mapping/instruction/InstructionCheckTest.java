package org.teamsavailability.mapping.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.refusal.RefusedException;

class InstructionCheckTest {

    private final InstructionCheck check = new InstructionCheck(Duration.ofHours(2));

    @Test
    void checksATicketWithoutPriorityWhereNoneIsNamed() {
        assertThat(check.check("Treat Busy as away", List.of()))
                .isEqualTo(check.check("Treat Busy as away", Collections.singletonList(null)))
                .hasSize(1);
    }

    @Test
    void takesAsMuchAsARequestMayHave() {
        var smile = "\ud83d\ude42";

        assertThat(check.check(smile.repeat(2_000), List.of())).hasSize(1);
        assertThat(check.check("x;".repeat(50), List.of()).getFirst().outcomes()).hasSize(50);
        assertThat(check.check("x", Collections.nCopies(20, smile.repeat(200)))).hasSize(20);
    }

    @Test
    void refusesMoreThanARequestMayHave() {
        assertRefused(
                "x".repeat(2_001), List.of(), new InstructionRefusal.TextTooLong(2_001, 2_000));
        assertRefused("x;".repeat(51), List.of(), new InstructionRefusal.TooManySentences(51, 50));
        assertRefused(
                "x",
                Collections.nCopies(21, null),
                new InstructionRefusal.TooManyPriorities(21, 20));
        assertRefused(
                "x",
                Arrays.asList("P1", null, "x".repeat(201)),
                new InstructionRefusal.PriorityTooLong(2, 201, 200));
    }

    private void assertRefused(
            String text, List<@Nullable String> priorities, InstructionRefusal refusal) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check.check(text, priorities))
                .satisfies(it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
