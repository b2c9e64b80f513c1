package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts people read, as they read them. */
class TextsTest {

    private static final ReadFailure UNREACHABLE = ReadFailure.of(Reason.TEAMS_UNREACHABLE);

    @Test
    void theMessageThatUsersKnowIsVerbatim() {
        Answer answer = Story.of("anna").unmapped("anna").answer();

        String message =
                "Teams availability is enabled, but none of the candidate technicians are mapped to"
                        + " a Microsoft user — dispatch used PSA-only availability.";
        assertThat(answer.fallbacks().getFirst().message()).isEqualTo(message);
        assertThat(answer.runOutput()).isEqualTo(message);
        assertThat(answer.fallbacks().getFirst().remedy()).startsWith("Run auto-map");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAMessageAndARemedy(Reason reason) {
        Fallback fallback = fallback(reason);

        assertThat(fallback.reason()).isEqualTo(reason);
        assertThat(fallback.message())
                .startsWith("Teams availability is ")
                .endsWith(" — dispatch used PSA-only availability.");
        assertThat(fallback.remedy()).matches("[A-Z].*\\.").doesNotContain("  ", "..");
    }

    @Test
    void theMessageSaysWhatWasUsedAfterAll() {
        Story story =
                Story.of("anna", "ben")
                        .working("anna")
                        .presenceFails("ben", UNREACHABLE)
                        .rotaTeams("T1")
                        .rotaFails("T1", UNREACHABLE);

        assertThat(story.answer().fallbacks().getFirst().message())
                .isEqualTo(
                        "Teams availability is enabled, but the presence of some candidates and the"
                                + " rota could not be read because Microsoft could not be reached"
                                + " or did not answer properly — dispatch used what could be read"
                                + " from Teams, and PSA availability for the rest.");
    }

    @Test
    void teamsWithoutAScheduleAreCountedAndTheRemedyNamesThem() {
        ReadFailure unprovisioned = ReadFailure.of(Reason.ROTA_NOT_PROVISIONED);
        Story story = Story.of("anna").working("anna").rotaTeams("T1", "T2", "T3");
        story.rotaFails("T1", unprovisioned).rotaFails("T3", unprovisioned).rotaIsRead("T2");

        Fallback fallback = story.answer().fallbacks().getFirst();

        assertThat(fallback.message())
                .contains("a part of the rota could not be read because 2 rota teams have no");
        assertThat(fallback.remedy()).contains("the Shifts app of the teams T1 and T3, or");
    }

    private static Fallback fallback(Reason reason) {
        if (reason.isFinal()) {
            return Story.of("anna").answer(Plan.settled(reason)).fallbacks().getFirst();
        }
        Story story = Story.of("anna").rotaTeams("T1");
        if (reason == Reason.SHIFTS_NOT_IN_THIS_CLOUD) {
            story.inCloudWithoutShifts();
        } else if (reason == Reason.ROTA_NOT_PROVISIONED) {
            story.rotaFails("T1", ReadFailure.of(reason));
        } else {
            story.presenceFails("anna", ReadFailure.of(reason))
                    .rotaFails("T1", ReadFailure.of(reason));
        }
        return story.answer().fallbacks().getLast();
    }
}
