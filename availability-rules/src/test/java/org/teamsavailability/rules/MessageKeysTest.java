package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.rules.instruction.InstructionEffects;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.Policy;
import org.teamsavailability.rules.text.MessageKey;

/** {@code docs/message-keys.md} lists every key that a text can have, with an example. */
class MessageKeysTest {

    private static final Path FILE = Path.of("..", "docs", "message-keys.md");
    private static final String REWRITE = "rewrite.message-keys";
    private static final String TEAM = "e0000000-0000-4000-8000-00000000000e";

    private static final String ABOVE =
            """
            # Message keys

            Every text of an answer and of a fallback record has a key next to it, and the values that the text names. A workflow tool can translate by them, or branch on them, without parsing prose. The texts are English and may be reworded; a key keeps its meaning. New keys may come, so show the text where you do not know its key.

            * `messageKey` of `CandidateAvailability` belongs to `runOutput`, of a verdict to `explanation`, of an instruction to its outcome and `effect`, of a fallback to `message`.
            * `remedyKey` of a fallback belongs to `remedy`.
            * `parameters` belong to both keys next to them. All values are text. Lists are joined by commas, instants are ISO 8601 in UTC, and durations are ISO 8601 (`PT2H`).
            * `run-output.no-answer` is in no answer on the topic. The dispatch client gives it with its own neutral answer, when none came in time.
            * The table shows the parameters of its example. `presence` and `rota` say how much of a signal is missing, ALL or SOME; each is there only if that signal is missing. `end` is absent where a slot has no end. `overridden` is WHOLLY or PARTLY, and absent where nothing is overridden.

            | key | parameters | an example of the text |
            |---|---|---|
            """;

    /** By key: its row. */
    private final Map<String, String> rows = new TreeMap<>();

    @Test
    void theDocumentListsEveryKey() throws IOException {
        finalReasons();
        problems();
        reasonsOfSignals();
        explanations();
        instructions();
        runOutputs();
        String right = ABOVE + String.join("\n", rows.values()) + "\n";
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(FILE, right);
        }

        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "docs/message-keys.md is generated; write it again with ./verify -pl"
                                + " availability-rules -am -Dtest=MessageKeysTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        REWRITE)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfProblemHasAnExample(Problem.Kind kind) {
        assertThat(allProblems()).extracting(Problem::kind).contains(kind);
    }

    @Test
    void aKeyNamesWhatTheTextNames() {
        Answer answer =
                Story.of("anna", "ben")
                        .onBreak("anna")
                        .presenceFails(
                                "ben",
                                new ReadFailure(
                                        Reason.PERMISSION_MISSING,
                                        "Presence.Read.All",
                                        403,
                                        "r-1",
                                        false))
                        .instructed("Only block work starting within 1 hour")
                        .answer();

        Fallback fallback = answer.fallbacks().getFirst();
        assertThat(fallback.messageKey())
                .isEqualTo(
                        new MessageKey(
                                "fallback.permission-missing",
                                Map.of(
                                        "source",
                                        "TEAMS_PARTIAL",
                                        "presence",
                                        "SOME",
                                        "permissions",
                                        "Presence.Read.All")));
        assertThat(fallback.remedyKey()).isEqualTo("remedy.permission-missing");
        assertThat(answer.verdicts().getFirst().explanationKey())
                .isEqualTo(
                        new MessageKey(
                                "explanation.on-break-skipped", Map.of("imminentWindow", "PT1H")));
        assertThat(answer.instructions().getFirst().key())
                .isEqualTo(
                        new MessageKey(
                                "instruction.applied.block-within",
                                Map.of("imminentWindow", "PT1H")));
        assertThat(answer.runOutputKey())
                .isEqualTo(
                        new MessageKey(
                                "run-output.teams-partial",
                                Map.of("candidates", "2", "skipped", "1")));
    }

    private void finalReasons() {
        Stream.of(Reason.values())
                .filter(reason -> reason.isFinal() && reason != Reason.INVALID_REQUEST)
                .map(reason -> Story.of("anna").answer(Plan.settled(reason)))
                .forEach(this::add);
    }

    private void problems() {
        allProblems()
                .map(problem -> Story.of("anna").plan(problem, false))
                .map(Story.of("anna")::answer)
                .forEach(this::add);
    }

    private static Stream<Problem> allProblems() {
        Story anna = Story.of("anna");
        return Stream.of(
                        RequestValidation.problemOf(Story.of().question()),
                        RequestValidation.problemOf(Story.of(many(1_001)).question()),
                        RequestValidation.problemOf(Story.of("anna", "anna ").question()),
                        RequestValidation.problemOf(Story.of("a/b").question()),
                        RequestValidation.problemOf(
                                Story.of("anna").proposed("10:00/09:00").question()),
                        RequestTimes.problemOfRespondBy(Instant.EPOCH),
                        RequestValidation.problemOf(
                                Story.of("anna")
                                        .planningWindow("2026-03-01T00:00:00Z/2026-05-01T00:00:00Z")
                                        .question()),
                        RequestValidation.problemOf(
                                Story.of("anna").rotaTeams(many(21)).question()),
                        RequestValidation.problemOf(anna.instructed("x".repeat(2_001)).question()),
                        RequestValidation.problemOf(anna.instructed("x;".repeat(51)).question()),
                        Problem.wrongRecordKey("desk"),
                        Problem.unknownMode(),
                        Problem.rotaTeamNotAGuid("helpdesk"))
                .map(Objects::requireNonNull);
    }

    private static String[] many(int number) {
        return Stream.iterate(1, i -> i + 1).limit(number).map(i -> "t" + i).toArray(String[]::new);
    }

    private void reasonsOfSignals() {
        Stream.of(
                        Reason.PERMISSION_MISSING,
                        Reason.TEAMS_UNREACHABLE,
                        Reason.TEAMS_THROTTLED,
                        Reason.TEAMS_TIMEOUT)
                .map(reason ->
                        new ReadFailure(
                                reason,
                                reason == Reason.PERMISSION_MISSING ? "Presence.Read.All" : null,
                                null,
                                null,
                                false))
                .map(it -> Story.of("anna").presenceFails("anna", it).answer())
                .forEach(this::add);
        add(
                Story.of("anna")
                        .presenceFails(
                                "anna",
                                new ReadFailure(Reason.TEAMS_UNREACHABLE, null, 401, null, true))
                        .answer());
        Story rota = Story.of("anna").working("anna").rotaTeams(TEAM);
        add(rota.rotaFails(TEAM, ReadFailure.of(Reason.ROTA_NOT_PROVISIONED)).answer());
        add(rota.inCloudWithoutShifts().answer());
    }

    private void explanations() {
        for (PresenceVerdict presence : PresenceVerdict.values()) {
            for (RotaVerdict rota : RotaVerdict.values()) {
                explanation(presence, rota, false);
                if (presence == PresenceVerdict.ON_BREAK) {
                    explanation(presence, rota, true);
                }
            }
        }
    }

    private void explanation(PresenceVerdict presence, RotaVerdict rota, boolean blocked) {
        Policy policy = Policy.byDefault(Duration.ofHours(2));
        for (Policy each : List.of(policy, policy.withOffRotaNeutral())) {
            Explanations explanations = new Explanations(each);
            Preference preference =
                    new RotaRule(
                                    new RotaPicture(List.of(), true),
                                    new Span(Story.NOW, Story.NOW),
                                    each)
                            .preference(rota);
            add(
                    explanations.keyOf(presence, rota, blocked, preference),
                    explanations.of(presence, rota, blocked, preference));
        }
    }

    private void instructions() {
        String[] texts = {
            "Treat Busy as away. Treat Busy, Idle as working.",
            "Ignore Teams presence",
            "Ignore Teams shifts",
            "Only block work starting within 30 minutes",
            "Don't deprioritize technicians without a shift",
            "Ignore Teams presence for P1 tickets",
            "Be kind.",
            "Treat Busy as away. Not at night.",
        };
        for (String text : texts) {
            for (InstructionOutcome it :
                    Story.of("anna").instructed(text).answer().instructions()) {
                add(
                        it.key(),
                        it.effect() == null ? InstructionEffects.spoken(it, true) : it.effect());
            }
        }
    }

    private void runOutputs() {
        add(Story.of("anna").working("anna").answer());
        add(Story.of("anna").onBreak("anna").answer());
        add(
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams(TEAM)
                        .shift(TEAM, "anna", "10:00/18:00")
                        .answer());
        ReadFailure timeout = ReadFailure.of(Reason.TEAMS_TIMEOUT);
        add(Story.of("anna", "ben").working("anna").presenceFails("ben", timeout).answer());
        add(Story.of("anna").onBreak("anna").rotaTeams("T1").rotaFails("T1", timeout).answer());
        add(
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams(TEAM, "T2")
                        .shift(TEAM, "anna", "10:00/18:00")
                        .rotaFails("T2", timeout)
                        .answer());
    }

    private void add(Answer answer) {
        for (Fallback fallback : answer.fallbacks()) {
            add(fallback.messageKey(), fallback.message());
            add(
                    new MessageKey(fallback.remedyKey(), fallback.messageKey().parameters()),
                    fallback.remedy());
        }
        add(answer.runOutputKey(), answer.runOutput());
    }

    /** The first example of a key stays. */
    private void add(MessageKey key, String text) {
        rows.putIfAbsent(
                key.name(),
                "| `%s` | %s | %s |"
                        .formatted(
                                key.name(),
                                String.join(
                                        ", ",
                                        key.parameters().keySet().stream()
                                                .map(name -> "`" + name + "`")
                                                .toList()),
                                text));
    }
}
