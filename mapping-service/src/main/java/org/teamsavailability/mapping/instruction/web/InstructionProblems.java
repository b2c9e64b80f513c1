package org.teamsavailability.mapping.instruction.web;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.instruction.InstructionRefusal;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of checking custom instructions. */
@Configuration(proxyBeanMethods = false)
class InstructionProblems {

    @Bean
    ProblemsOf<InstructionRefusal> ofInstructions() {
        return new ProblemsOf<>(
                InstructionRefusal.class, refusal -> Problem.invalid(error(refusal)));
    }

    private static FieldError error(InstructionRefusal refusal) {
        return switch (refusal) {
            case InstructionRefusal.TextTooLong it ->
                    tooMany("/customInstructions", "characters", it.length(), it.most());
            case InstructionRefusal.TooManySentences it ->
                    tooMany("/customInstructions", "sentences", it.number(), it.most());
            case InstructionRefusal.TooManyPriorities it ->
                    tooMany("/ticketPriorities", "priorities", it.number(), it.most());
            case InstructionRefusal.PriorityTooLong it ->
                    tooMany(
                            "/ticketPriorities/" + it.index(),
                            "characters",
                            it.length(),
                            it.most());
        };
    }

    private static FieldError tooMany(String pointer, String what, int number, int most) {
        return FieldError.at(
                pointer,
                String.format(Locale.ROOT, "has %,d %s, use at most %,d", number, what, most));
    }
}
