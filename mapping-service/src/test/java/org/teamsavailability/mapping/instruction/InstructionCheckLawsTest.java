package org.teamsavailability.mapping.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Answer;
import org.teamsavailability.rules.Candidate;
import org.teamsavailability.rules.Connection;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.rules.DeskConnection;
import org.teamsavailability.rules.DispatchMode;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.TeamsEvidence;
import org.teamsavailability.rules.instruction.Instructions;

/** A check says what an answer will say. */
class InstructionCheckLawsTest {

    private static final Duration WINDOW = Duration.ofMinutes(45);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final InstructionCheck check = new InstructionCheck(WINDOW);

    @Property
    void saysOfEachSentenceWhatAnAnswerSays(
            @ForAll("instructions") String text,
            @ForAll("priorities") @Size(min = 1, max = 20) List<@Nullable String> priorities) {
        var checked = check.check(text, priorities);

        assertThat(checked).extracting(CheckedInstructions::ticketPriority).isEqualTo(priorities);
        assertThat(checked)
                .allSatisfy(it ->
                        assertThat(it.outcomes())
                                .isEqualTo(answer(text, it.ticketPriority()).instructions()));
    }

    @Property
    void saysTheSameOfAnyText(@ForAll @StringLength(max = 40) String text) {
        assertThat(check.check(text, Collections.singletonList(null)).getFirst().outcomes())
                .isEqualTo(answer(text, null).instructions());
    }

    @Property
    void namesTheSentenceThatLimitsWhereTheOthersNameIt(
            @ForAll("instructions") String text, @ForAll("priority") @Nullable String priority) {
        var checked = check.check(text, Collections.singletonList(priority)).getFirst();
        var limiting = checked.limiting();

        assertThat(checked.outcomes())
                .filteredOn(it -> it.limitedBy() != null)
                .allSatisfy(it ->
                        assertThat(it.limitedBy())
                                .isEqualTo(limiting == null ? "" : limiting.text()));
        if (limiting != null) {
            assertThat(checked.outcomes()).allMatch(it -> it.effect() == null).contains(limiting);
        }
    }

    private static Answer answer(String text, @Nullable String priority) {
        var decision = new Decision(WINDOW, () -> {});
        var question =
                new DispatchQuestion(
                        DispatchMode.AI,
                        null,
                        null,
                        List.of(new Candidate("anna", null)),
                        true,
                        List.of("e0000000-0000-4000-8000-00000000000e"),
                        Instructions.read(text, priority));
        var plan =
                decision.plan(
                        question,
                        null,
                        false,
                        new DeskConnection(Connection.GRANTED, true),
                        Set.of("anna"),
                        NOW);
        return decision.decide(question, plan, TeamsEvidence.NONE, NOW);
    }

    /** Sentences that are understood, that are not, and that limit the others. */
    @Provide
    Arbitrary<String> instructions() {
        Arbitrary<String> sentences =
                Arbitraries.of(
                        "Treat Busy as away",
                        "Treat Busy, Idle as working for P1 tickets",
                        "Treat Do not disturb as unavailable",
                        "Ignore Teams presence",
                        "Ignore Teams shifts for critical tickets",
                        "Only block work starting within 30 minutes",
                        "Don't deprioritize technicians without a shift for \"VIP\" tickets",
                        "Prefer senior technicians",
                        "Be kind",
                        "Only at night",
                        "- \ud83d\ude42");
        Arbitrary<String> ends = Arbitraries.of(".", ". ", "; ", "\n", "!\r\n", " ");
        return sentences
                .flatMap(sentence -> ends.map(end -> sentence + end))
                .list()
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<@Nullable String>> priorities() {
        return priority().list();
    }

    @Provide
    Arbitrary<@Nullable String> priority() {
        return Arbitraries.of("P1", "P3", "Critical", "2 - High", "VIP", "", "none")
                .injectNull(0.2);
    }
}
