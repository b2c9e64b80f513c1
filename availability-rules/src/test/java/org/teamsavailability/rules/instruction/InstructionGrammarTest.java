package org.teamsavailability.rules.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.rules.instruction.Instruction.BlockWithin;
import org.teamsavailability.rules.instruction.Instruction.IgnorePresence;
import org.teamsavailability.rules.instruction.Instruction.IgnoreRota;
import org.teamsavailability.rules.instruction.Instruction.KeepOffRota;
import org.teamsavailability.rules.instruction.Instruction.TreatAs;
import org.teamsavailability.rules.instruction.InstructionGrammar.Understood;

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
                "Treat Away as not available | ON_BREAK | AWAY",
                "Consider Busy & Idle as unavailable | ON_BREAK | BUSY IDLE",
                "Count Busy/In-a-call as working | WORKING | BUSY IN_A_CALL",
                "Treat Do-not-disturb, or BRB as away | ON_BREAK | DO_NOT_DISTURB BE_RIGHT_BACK",
                "Treat **Busy** and _Idle_ as away | ON_BREAK | BUSY IDLE",
                "Treat out of the office as away | ON_BREAK | OUT_OF_OFFICE",
                "Treat Appear offline and Off work as away | ON_BREAK | OFF_WORK",
                "Treat Urgent interruptions only as away | ON_BREAK | URGENT_INTERRUPTIONS_ONLY",
                "Skip technicians who are Busy or Away | ON_BREAK | BUSY AWAY",
                "Skip anyone who is in a call | ON_BREAK | IN_A_CALL",
                "Skip engineers on DND | ON_BREAK | DO_NOT_DISTURB",
                "Skip agents on a call, Busy | ON_BREAK | IN_A_CALL BUSY",
                "Skip people in Focusing | ON_BREAK | FOCUSING",
                "Skip techs in a meeting | ON_BREAK | IN_A_MEETING",
                "Don't assign to techs on BRB | ON_BREAK | BE_RIGHT_BACK",
                "Dont assign tickets to people who are Offline | ON_BREAK | OFFLINE",
                "Do not assign work to anyone in a call | ON_BREAK | IN_A_CALL",
                "Don´t assign anything to agents in a call | ON_BREAK | IN_A_CALL",
            })
    void readsHowStatesAreToBeTreated(String sentence, PresenceMeaning meaning, String states) {
        List<PresenceState> expected =
                Arrays.stream(states.split(" ")).map(PresenceState::valueOf).toList();

        assertThat(read(sentence).instruction()).isEqualTo(new TreatAs(expected, meaning));
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
                "Ignore presence",
                "Dont use presence",
                "Don`t use Teams presence",
                "**Ignore Teams presence.**",
                "Ignore Teams pre\u00adsence",
            })
    void readsThatPresenceIsToBeIgnored(String sentence) {
        assertThat(read(sentence))
                .isEqualTo(new Understood(new IgnorePresence(), TicketScope.EVERY_TICKET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams shifts",
                "Ignore Teams rota",
                "ignore teams Schedule",
                "Ignore shifts",
                "Don't use rota",
                "Do not use Teams shifts",
            })
    void readsThatTheRotaIsToBeIgnored(String sentence) {
        assertThat(read(sentence))
                .isEqualTo(new Understood(new IgnoreRota(), TicketScope.EVERY_TICKET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Don't deprioritize technicians without a shift",
                "Do not deprioritize technicians without a shift",
                "Don’t deprioritize off-rota technicians",
                "Dont deprioritise off-rota engineers",
                "Don't deprioritize anyone without a shift",
            })
    void readsThatBeingOffRotaIsToCostNothing(String sentence) {
        assertThat(read(sentence))
                .isEqualTo(new Understood(new KeepOffRota(), TicketScope.EVERY_TICKET));
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
    @ValueSource(
            strings = {
                "Prefer people who like printers",
                "Please ignore Teams presence",
                "Ignore Teams presence please",
                "Never ignore Teams presence",
                "Ignore Teams",
                "Ignore Teams presence and shifts",
                "Ignore Teams presence, treat Away as available",
                "Don't ignore Teams presence",
                "Treat as unavailable",
                "Treat Away",
                "Treat Away as",
                "Treat Away as busy",
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
                "Ignore Teams presence for tickets",
                "Ignore Teams presence for  tickets",
                "Ignore Teams presence for VIP tickets",
                "Ignore Teams presence for P1 and tickets",
                "Ignore Teams presence for P1 P2 tickets",
                "Ignore Teams presence for P1 tickets for P2 tickets",
                "Ignore Teams presence for priority tickets",
                "Ignore Teams presence except for P1 tickets",
                "Ignore Teams presence unless it is a P1",
                "Treat Away as available for Anna",
                "Treat Away as available (for now)",
                "Treat Away as available~~",
                "~~Treat Away as available~~",
                "/* Treat Away as available */",
                "Treat Away only as available",
                "Treat DND status as unavailable",
                "Skip techs Away",
                "Skip techs who are not Busy",
                "Skip techs on call",
                "Skip Anna who is Busy",
                "Don't skip techs on DND",
                "Assign tickets to techs on DND",
                "Don't assign P1 tickets to techs on DND",
                "Ignore schedule",
                "Ignore the rota",
                "Ignore Teams presence*",
                "Don't deprioritize off rota technicians",
                "Don't deprioritize technicians without shifts",
                "Ignore Teams presence, for P1 tickets",
                "For P1 tickets, ignore Teams presence for P1 tickets",
                "Ignore Teams presence for P1, tickets",
                "Ignore Teams presence for P1-P3 tickets",
                "Ignore Teams presence for P1-3 tickets",
                "Ignore Teams presence for P1–P3 tickets",
                "Ignore Teams presence for P1 and 2 tickets",
                "Ignore Teams presence for priority #1 tickets",
                "Ignore Teams presence for priority 2+ tickets",
                "Ignore Teams presence for (P1) tickets",
                "Ignore Teams presence for P1s",
                "Ignore Teams presence for P1 incidents",
                "Ignore Teams presence for P1 and/or P2 tickets",
                "Ignore Teams presence for priority one tickets",
                "Ignore Teams presence for priority Gold tickets",
                "Ignore Teams presence for 1 tickets",
                "Ignore Teams presence for \"VIP tickets",
                "Ignore Teams presence for \"\" tickets",
                "Ignore Teams presence for \"!\" tickets",
                "Ignore Teams presence on P1",
                "presence",
                "",
                "?",
            })
    void neverGuesses(String sentence) {
        assertThat(InstructionGrammar.read(sentence)).isNull();
    }

    @Test
    void doesNotReadWhatIsTooLongToBeASentence() {
        String spaces = " ".repeat(Instructions.LONGEST);

        assertThat(InstructionGrammar.read("Ignore Teams" + spaces + "presence")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams presence for P1 tickets",
                "Ignore Teams presence only for P1",
                "Ignore Teams presence for all P1 tickets only",
                "Ignore Teams presence on P1 tickets",
                "Ignore Teams presence on all P1 ticket",
                "For P1 tickets, ignore Teams presence",
                "Only for P1, ignore Teams presence",
                "On P1 tickets , ignore Teams presence",
                "“Ignore Teams presence for P1 tickets.”",
            })
    void readsAScopeAtTheEndOrAtTheStart(String sentence) {
        assertThat(read(sentence))
                .isEqualTo(
                        new Understood(
                                new IgnorePresence(),
                                new TicketScope(List.of(new ScopedPriority.Numbered("1")))));
    }

    @Test
    void readsAListOfPrioritiesBeforeAComma() {
        assertThat(read("For P1, P2, and P3 tickets, treat Busy, Idle as away").scope().anyOf())
                .containsExactly(
                        new ScopedPriority.Numbered("1"),
                        new ScopedPriority.Numbered("2"),
                        new ScopedPriority.Numbered("3"));
    }

    private static Understood read(String sentence) {
        return Objects.requireNonNull(InstructionGrammar.read(sentence), sentence);
    }
}
