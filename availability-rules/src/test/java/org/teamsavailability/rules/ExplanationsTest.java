package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.rules.instruction.Policy;

/** The sentence of every verdict that there is, as {@code golden/explanations.txt} fixes it. */
class ExplanationsTest {

    private static final Policy POLICY = Policy.byDefault(Duration.ofHours(2));
    private static final Set<RotaVerdict> OF_MAPPED =
            EnumSet.complementOf(EnumSet.of(RotaVerdict.UNMAPPED));

    /** Read the new file aloud before you keep it: every sentence is complete and grammatical. */
    @Test
    void everyVerdictHasItsSentence() throws IOException {
        assertThat(sentences()).isEqualTo(golden());
    }

    @Test
    void noSentenceNamesAPresenceState() {
        assertThat(sentences())
                .noneMatch(line ->
                        line.substring(line.indexOf(": "))
                                .matches(
                                        "(?i).*(\\baway|offline|busy|do.?not.?disturb|right.?back"
                                            + "|out.?of.?office|meeting|\\bcall|present|focus|idle).*"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, within 2 hours, more than 2 hours from now",
        "PT1H, within 1 hour, more than 1 hour from now",
        "PT24H, within 24 hours, more than 24 hours from now",
        "PT30M, within 30 minutes, more than 30 minutes from now",
        "PT1M, within 1 minute, more than 1 minute from now",
        "PT90M, within 90 minutes, more than 90 minutes from now",
        "PT45S, within 45 seconds, more than 45 seconds from now",
        "PT0S, now, later",
    })
    void theImminentWindowIsSpoken(Duration window, String blocked, String notBlocked) {
        Explanations explanations = new Explanations(Policy.byDefault(window));

        assertThat(onBreak(explanations, true)).contains("would start " + blocked + ", so skipped");
        assertThat(onBreak(explanations, false)).contains("would start " + notBlocked + ", so");
    }

    private static String onBreak(Explanations explanations, boolean blocked) {
        return explanations.of(
                PresenceVerdict.ON_BREAK, RotaVerdict.NOT_CONSULTED, blocked, Preference.NEUTRAL);
    }

    private static List<String> sentences() {
        List<String> lines = new ArrayList<>();
        for (PresenceVerdict presence : PresenceVerdict.values()) {
            for (RotaVerdict rota : rotas(presence)) {
                if (presence == PresenceVerdict.ON_BREAK) {
                    add(lines, presence, rota, true);
                }
                add(lines, presence, rota, false);
            }
        }
        return lines;
    }

    private static Set<RotaVerdict> rotas(PresenceVerdict presence) {
        return switch (presence) {
            case ON_BREAK, WORKING, NO_SIGNAL -> OF_MAPPED;
            case UNMAPPED -> EnumSet.of(RotaVerdict.UNMAPPED, RotaVerdict.NOT_CONSULTED);
            case NOT_CONSULTED -> EnumSet.allOf(RotaVerdict.class);
        };
    }

    private static void add(
            List<String> lines, PresenceVerdict presence, RotaVerdict rota, boolean blocked) {
        Preference preference = new RotaRule(NO_ROTA, NO_WINDOW, POLICY).preference(rota);
        lines.add(line(presence, rota, blocked, preference));
        if (rota == RotaVerdict.OFF_ROTA) {
            lines.add(line(presence, rota, blocked, Preference.NEUTRAL));
        }
    }

    private static final RotaPicture NO_ROTA = new RotaPicture(List.of(), true);
    private static final Span NO_WINDOW = new Span(Story.NOW, Story.NOW);

    private static String line(
            PresenceVerdict presence, RotaVerdict rota, boolean blocked, Preference preference) {
        return "%s %s %s %s: %s"
                .formatted(
                        presence,
                        rota,
                        blocked ? "blocked" : "free",
                        preference,
                        new Explanations(POLICY).of(presence, rota, blocked, preference));
    }

    private static List<String> golden() throws IOException {
        try (InputStream file =
                ExplanationsTest.class.getResourceAsStream("/golden/explanations.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
