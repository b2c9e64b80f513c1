package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.InstructionResult;
import org.teamsavailability.rules.instruction.SingleSentences;
import org.teamsavailability.rules.text.Phrases;

/** What holds whatever a workflow writes. */
class InstructionLawsTest {

    private static final List<String> PEOPLE =
            List.of("away", "busy", "in a call", "do not disturb", "idle", "out of office");

    @Property
    void anyTextIsAnsweredWithOneOutcomeASentence(@ForAll String text) {
        assertThat(story(text).answer().instructions())
                .extracting(InstructionOutcome::text)
                .isEqualTo(SingleSentences.of(text));
    }

    @Property
    void sentencesThatAreNotUnderstoodChangeNothing(
            @ForAll @CharRange(from = ' ', to = '~') String text) {
        Answer answer = story(text).answer();
        if (answer.instructions().stream()
                .allMatch(it -> it.outcome() == InstructionResult.NOT_UNDERSTOOD)) {
            assertSameDecision(answer, story("").answer());
        }
    }

    /** Words of the grammar in any order are nearly always nonsense, and sometimes not. */
    @Property
    void onlySentencesThatAreAppliedChangeAnything(@ForAll("wordSalads") List<String> sentences) {
        Answer answer = story(String.join("; ", sentences)).answer();
        String applied =
                answer.instructions().stream()
                        .filter(it -> it.outcome() == InstructionResult.APPLIED)
                        .map(InstructionOutcome::text)
                        .reduce("", (one, other) -> one + other + "; ");

        assertThat(answer.instructions()).hasSameSizeAs(sentences);
        assertSameDecision(answer, story(applied).answer());
    }

    @Property
    void caseQuotesAndExtraSpacesDoNotMatter(@ForAll("forms") List<String> sentences) {
        String plain = String.join(". ", sentences);
        String shouted =
                " “"
                        + plain.toUpperCase(Locale.ROOT)
                                .replace("'", "’")
                                .replace(". ", "”. “")
                                .replace(" ", " \u00a0 ")
                        + "” ";
        Answer answer = story(plain).answer();
        Answer same = story(shouted).answer();

        assertSameDecision(same, answer);
        assertThat(same.instructions())
                .extracting(InstructionOutcome::outcome)
                .isEqualTo(
                        answer.instructions().stream().map(InstructionOutcome::outcome).toList());
    }

    /** Line breaks for spaces may make sentences out of one that was not understood. */
    @Property
    void noPartOfASentenceIsActedUponUnlessEveryPartIsUnderstoodByItself(
            @ForAll("notUnderstood") String sentence,
            @ForAll List<Boolean> breaks,
            @ForAll boolean capitals,
            @ForAll("priorities") String priority) {
        StringBuilder text = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            boolean breakBefore =
                    text.length() % 7 < breaks.size() && breaks.get(text.length() % 7);
            text.append(text.isEmpty() ? "" : breakBefore ? "\n" : " ")
                    .append(breakBefore && capitals ? Phrases.capitalized(word) : word);
        }
        Answer answer = story(text.toString()).priority(priority).answer();

        if (!SingleSentences.of(text.toString()).stream().allMatch(SingleSentences::isUnderstood)) {
            assertThat(answer.instructions())
                    .as(text.toString())
                    .extracting(InstructionOutcome::outcome)
                    .containsOnly(InstructionResult.NOT_UNDERSTOOD);
        }
    }

    @Property
    void everySentenceOfAFormIsUnderstoodAndAppliedOnlyForItsPriorities(
            @ForAll("forms") List<String> sentences) {
        Answer answer = story(String.join("; ", sentences)).answer();

        assertThat(answer.instructions())
                .zipSatisfy(
                        sentences,
                        (outcome, sentence) ->
                                assertThat(outcome.outcome())
                                        .isEqualTo(
                                                sentence.contains("P1")
                                                        ? InstructionResult.NOT_APPLICABLE
                                                        : InstructionResult.APPLIED));
    }

    private static void assertSameDecision(Answer answer, Answer expected) {
        assertThat(answer.verdicts()).isEqualTo(expected.verdicts());
        assertThat(answer.source()).isEqualTo(expected.source());
        assertThat(answer.fallbacks()).isEqualTo(expected.fallbacks());
        assertThat(answer.nobodyAvailable()).isEqualTo(expected.nobodyAvailable());
        assertThat(answer.nextExpectedAt()).isEqualTo(expected.nextExpectedAt());
    }

    /** One of each kind, on shift and not, for a ticket of priority 3. */
    private static Story story(String instructions) {
        Story story = Story.of(PEOPLE.toArray(String[]::new)).rotaTeams("T1");
        return story.seen("away", "Away", "Away")
                .seen("busy", "Busy", "Busy")
                .seen("in a call", "Busy", "InACall")
                .seen("do not disturb", "DoNotDisturb", "Presenting")
                .seen("idle", "AvailableIdle", "Inactive")
                .outOfOffice("out of office", "Available")
                .proposed("10:00/11:00")
                .proposed("busy", "15:00/16:00")
                .shift("T1", "away", "08:00/16:00")
                .shift("T1", "idle", "08:00/10:30")
                .instructed(instructions);
    }

    /** Phrasings of people, and sentences with words put where they change the meaning. */
    @Provide
    Arbitrary<String> notUnderstood() throws IOException {
        Arbitrary<String> phrasings =
                Arbitraries.of(Phrasings.notUnderstood().stream().map(String::strip).toList());
        Arbitrary<String> changed =
                Combinators.combine(
                                form(),
                                Arbitraries.of(
                                        "not",
                                        "only",
                                        "except",
                                        "for P1",
                                        "Don't",
                                        "at night",
                                        "1.",
                                        "today.",
                                        "- now!",
                                        "(old)",
                                        "unless",
                                        "P1:",
                                        "when",
                                        "my",
                                        "/*",
                                        "maybe"),
                                Arbitraries.integers().between(0, 20))
                        .as((form, word, at) -> {
                            List<String> words = new ArrayList<>(List.of(form.split(" ")));
                            words.add(Math.min(at, words.size()), word);
                            return String.join(" ", words);
                        });
        Arbitrary<String> joined =
                Combinators.combine(
                                Arbitraries.of(
                                        "Notify the manager and",
                                        "Please assign tickets evenly, then",
                                        "Prefer techs who",
                                        "Always send tickets to people if they",
                                        "Escalate this but"),
                                form())
                        .as((start, form) -> start + " " + form);
        return Arbitraries.oneOf(phrasings, changed, joined)
                .filter(it -> !SingleSentences.isUnderstood(it))
                .filter(it -> SingleSentences.of(it).size() == 1);
    }

    @Provide
    Arbitrary<String> priorities() {
        return Arbitraries.of("P1", "P3", "Critical", "2 - High", "none");
    }

    @Provide
    Arbitrary<List<String>> wordSalads() {
        Arbitrary<String> words =
                Arbitraries.of(
                        "Treat",
                        "Away",
                        "Busy",
                        "Offline",
                        "and",
                        "or",
                        ",",
                        "as",
                        "unavailable",
                        "available",
                        "away",
                        "Ignore",
                        "Teams",
                        "presence",
                        "rota",
                        "shifts",
                        "for",
                        "P1",
                        "P3",
                        "tickets",
                        "priority",
                        "Only",
                        "block",
                        "work",
                        "starting",
                        "within",
                        "30",
                        "minutes",
                        "1",
                        "hour",
                        "Don't",
                        "use",
                        "not",
                        "never");
        Arbitrary<String> salad =
                words.list().ofMinSize(1).ofMaxSize(9).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(salad, form()).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> forms() {
        return form().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<String> form() {
        Arbitrary<String> states =
                Arbitraries.of(
                                "Available",
                                "Away",
                                "Offline",
                                "OOO",
                                "Busy",
                                "On a call",
                                "In a meeting",
                                "Presenting",
                                "DND",
                                "BRB",
                                "Focusing",
                                "Idle")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(list -> String.join(list.size() > 2 ? ", " : " and ", list));
        Arbitrary<String> treatments =
                Combinators.combine(
                                states,
                                Arbitraries.of("unavailable", "on a break", "away", "working"))
                        .as((state, as) -> "Treat " + state + " as " + as);
        Arbitrary<String> others =
                Arbitraries.of(
                        "Ignore Teams presence",
                        "Do not use Teams presence",
                        "Ignore Teams schedule",
                        "Only block work starting within 3 hours",
                        "Only block work starting within 15 minutes",
                        "Don't deprioritize off-rota technicians");
        Arbitrary<String> conditions =
                Arbitraries.of(
                        "", "", " for P3 tickets", " for P1 tickets", " for priority 3 tickets");
        return Combinators.combine(Arbitraries.oneOf(treatments, treatments, others), conditions)
                .as((form, condition) -> form + condition);
    }
}
