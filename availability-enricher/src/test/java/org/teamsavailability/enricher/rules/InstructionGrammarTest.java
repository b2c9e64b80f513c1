package org.teamsavailability.enricher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.enricher.rules.Instruction.BlockWithin;
import org.teamsavailability.enricher.rules.Instruction.IgnorePresence;
import org.teamsavailability.enricher.rules.Instruction.IgnoreRota;
import org.teamsavailability.enricher.rules.Instruction.KeepOffRota;
import org.teamsavailability.enricher.rules.Instruction.TreatAs;
import org.teamsavailability.enricher.rules.InstructionGrammar.Understood;

class InstructionGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Treat Do not disturb as unavailable | ON_BREAK | DO_NOT_DISTURB",
                "Treat DND as on a break | ON_BREAK | DO_NOT_DISTURB",
                "Treat BRB as away | ON_BREAK | BE_RIGHT_BACK",
                "Treat Be right back as working | WORKING | BE_RIGHT_BACK",
                "Treat Away and Offline as available | WORKING | AWAY OFFLINE",
                "Treat Away or Offline as working | WORKING | AWAY OFFLINE",
                "Treat Busy, In a call, and Presenting as away | ON_BREAK"
                        + " | BUSY IN_A_CALL PRESENTING",
                "Treat Busy, Idle or Focusing as away | ON_BREAK | BUSY IDLE FOCUSING",
                "Treat Busy ,Idle as away | ON_BREAK | BUSY IDLE",
                "Treat on a call, in a meeting as unavailable | ON_BREAK | IN_A_CALL IN_A_MEETING",
                "Treat Out of office, OOO, OOF as working | WORKING | OUT_OF_OFFICE",
                "Treat Away as away | ON_BREAK | AWAY",
                "Treat Available as unavailable | ON_BREAK | AVAILABLE",
            })
    void readsHowStatesAreToBeTreated(String sentence, PresenceVerdict verdict, String states) {
        List<PresenceState> expected =
                Arrays.stream(states.split(" ")).map(PresenceState::valueOf).toList();

        assertThat(read(sentence).instruction()).isEqualTo(new TreatAs(expected, verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams presence",
                "Don't use Teams presence",
                "Do not use Teams presence",
                "Don’t use Teams presence",
                "  IGNORE \t teams\u00a0PRESENCE ",
                "“Ignore Teams presence.”",
                "Ignore ‘Teams presence’",
            })
    void readsThatPresenceIsToBeIgnored(String sentence) {
        assertThat(read(sentence)).isEqualTo(new Understood(new IgnorePresence(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ignore Teams shifts", "Ignore Teams rota", "ignore teams Schedule"})
    void readsThatTheRotaIsToBeIgnored(String sentence) {
        assertThat(read(sentence)).isEqualTo(new Understood(new IgnoreRota(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Don't deprioritize technicians without a shift",
                "Do not deprioritize technicians without a shift",
                "Don’t deprioritize off-rota technicians",
            })
    void readsThatBeingOffRotaIsToCostNothing(String sentence) {
        assertThat(read(sentence)).isEqualTo(new Understood(new KeepOffRota(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "1 minutes, PT1M",
        "1 minute, PT1M",
        "30 minutes, PT30M",
        "1440 minutes, PT24H",
        "1 hour, PT1H",
        "1 hours, PT1H",
        "24 hours, PT24H",
    })
    void readsHowSoonWorkHasToStart(String window, Duration duration) {
        assertThat(read("Only block work starting within " + window).instruction())
                .isEqualTo(new BlockWithin(duration));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1 | 1",
                "p2 | 2",
                "P1 and P2 | 1 2",
                "P1, P2 and P3 | 1 2 3",
                "P1, P2, and P3 | 1 2 3",
                "P1,P2 | 1 2",
                "priority 1 | 1",
                "priority P1 | 1",
                "priority High | high",
                "priority “VIP Gold” | vip gold",
            })
    void readsForWhichTicketsASentenceIs(String tickets, String priorities) {
        Set<TicketPriority> expected =
                Stream.of(priorities.split(" (?=[0-9])"))
                        .map(TicketPriority::of)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());

        assertThat(read("Ignore Teams presence for " + tickets + " tickets"))
                .isEqualTo(new Understood(new IgnorePresence(), expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prefer whoever likes printers",
                "Please ignore Teams presence",
                "Ignore Teams presence please",
                "Never ignore Teams presence",
                "Ignore presence",
                "Ignore Teams",
                "Ignore Teams presence and shifts",
                "Ignore Teams presence, treat Away as available",
                "Don't ignore Teams presence",
                "Don't use Teams shifts",
                "Treat as unavailable",
                "Treat Away",
                "Treat Away as",
                "Treat Away as busy",
                "Treat Away as not available",
                "Treat Away as available sometimes",
                "Treat Away and as available",
                "Treat and Away as available",
                "Treat Away,, Offline as available",
                "Treat Away, and, Offline as available",
                "Treat Away Offline as available",
                "Treat Away and Sleeping as available",
                "Treat Don't disturb as unavailable",
                "Treat everybody as available",
                "Do not treat Away as unavailable",
                "Only block work starting within 0 minutes",
                "Only block work starting within 1441 minutes",
                "Only block work starting within 25 hours",
                "Only block work starting within 0 hours",
                "Only block work starting within -5 minutes",
                "Only block work starting within 1.5 hours",
                "Only block work starting within 30 minute",
                "Only block work starting within 99999999999999999999 minutes",
                "Only block work starting within thirty minutes",
                "Only block work starting within ٣ hours",
                "Only block work starting within 2 days",
                "Block work starting within 2 hours",
                "Deprioritize technicians without a shift",
                "Don't deprioritize technicians",
                "For P1 tickets ignore Teams presence",
                "Ignore Teams presence for P1",
                "Ignore Teams presence for tickets",
                "Ignore Teams presence for  tickets",
                "Ignore Teams presence for high tickets",
                "Ignore Teams presence for VIP tickets",
                "Ignore Teams presence for P1 ticket",
                "Ignore Teams presence for P1 or P2 tickets",
                "Ignore Teams presence for P1 and tickets",
                "Ignore Teams presence for P1 P2 tickets",
                "Ignore Teams presence for P1 tickets only",
                "Ignore Teams presence for P1 tickets for P2 tickets",
                "Ignore Teams presence for priority 1 and 2 tickets",
                "Ignore Teams presence for priority 1, 2 tickets",
                "Ignore Teams presence for priority tickets",
                "Ignore Teams presence except for P1 tickets",
                "Ignore Teams presence unless it is a P1",
                "Treat Away as available for Anna",
                "presence",
                "",
                "?",
            })
    void neverGuesses(String sentence) {
        assertThat(InstructionGrammar.read(sentence)).isNull();
    }

    @Test
    void doesNotReadWhatIsTooLongToBeASentence() {
        String spaces = " ".repeat(Validity.LONGEST_INSTRUCTIONS);

        assertThat(InstructionGrammar.read("Ignore Teams" + spaces + "presence")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "P1, P1, true",
                "P1, p1, true",
                "P1, Priority 1, true",
                "P1, 1, true",
                "P1, ' P1 ', true",
                "P1, P2, false",
                "P1, P11, false",
                "P1, High, false",
                "P1, '', false",
                "P1, null, false",
                "priority 1, P1, true",
                "priority high, HIGH, true",
                "priority high, Higher, false",
            })
    void aTicketWithoutThePriorityIsNotMeant(
            String tickets, @Nullable String priority, boolean meant) {
        Understood sentence = read("Ignore Teams presence for " + tickets + " tickets");

        assertThat(sentence.appliesTo(TicketPriority.of(priority))).isEqualTo(meant);
    }

    private static Understood read(String sentence) {
        return Objects.requireNonNull(InstructionGrammar.read(sentence), sentence);
    }
}
