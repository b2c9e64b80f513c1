package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.schemas.PresenceVerdict.WORKING;
import static org.teamsavailability.systemtests.promises.Answers.presence;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Count;
import org.teamsavailability.simulator.journal.RecordedCall;

/**
 * Of Microsoft nothing is asked but what the four permissions are for, and nothing is changed
 * there: in this test and in all that ran on the stack before. JUnit runs isolated classes when the
 * others have ended.
 */
@OnTheWholeStack
@Isolated
@Order(Integer.MAX_VALUE)
class ReadsOnlyTest {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TENANT = "/(" + ID + "|organizations|common)";
    private static final String SCHEDULE = "GET /v1\\.0/teams/" + ID + "/schedule";

    /** The method and the path, without its query, of everything that may be asked. */
    private static final List<Pattern> ALLOWED =
            List.of(
                            // signing in, as the application and as an administrator
                            "POST " + TENANT + "/oauth2/v2\\.0/token",
                            "GET " + TENANT + "/oauth2/v2\\.0/authorize",
                            "GET " + TENANT + "(/v2\\.0)?/adminconsent",
                            "GET " + TENANT + "/discovery/v2\\.0/keys",
                            "GET " + TENANT + "/v2\\.0/\\.well-known/openid-configuration",
                            "GET /common/discovery/instance",
                            // Presence.Read.All
                            "POST /v1\\.0/communications/getPresencesByUserId",
                            // Schedule.Read.All
                            SCHEDULE,
                            SCHEDULE + "/(shifts|timesOff)",
                            // GroupMember.Read.All
                            "GET /v1\\.0/groups",
                            "GET /v1\\.0/groups/" + ID + "/members(/microsoft\\.graph\\.user)?",
                            // User.Read.All
                            "GET /v1\\.0/users/[^/]+",
                            "GET /v1\\.0/organization")
                    .stream()
                    .map(Pattern::compile)
                    .toList();

    private final WholeStack stack;

    ReadsOnlyTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void asksMicrosoftNothingButWhatThePermissionsAreForAndChangesNothing() {
        var desk = stack.desk().setUp(1);
        desk.map("tech-1", 3);
        stack.awaitAnswer(desk, presence(WORKING), "tech-1");

        var journal = stack.microsoft().journal();

        // a call that ends between the two counts is in one of them only
        await().untilAsserted(() ->
                assertThat(journal.calls())
                        .as("none forgotten")
                        .hasSize((int) journal.summary().stream().mapToLong(Count::ended).sum()));
        assertThat(journal.calls())
                .extracting(RecordedCall::call)
                .contains(
                        Call.TOKEN,
                        Call.CONSENT,
                        Call.AUTHORIZE,
                        Call.SIGN_IN,
                        Call.KEYS,
                        Call.GROUPS,
                        Call.MEMBERS,
                        Call.USERS,
                        Call.ORGANIZATION,
                        Call.PRESENCE)
                .doesNotContain(Call.OTHER);
        assertNothingElseWasAsked(stack);
    }

    /** Holds after each class of the stack, in whichever order they run. */
    static void assertNothingElseWasAsked(WholeStack stack) {
        assertThat(
                        stack.microsoft().journal().calls().stream()
                                .map(ReadsOnlyTest::asked)
                                .distinct())
                .allMatch(ReadsOnlyTest::isAllowed);
    }

    private static String asked(RecordedCall call) {
        return call.method() + " " + call.path().split("\\?", 2)[0];
    }

    private static boolean isAllowed(String asked) {
        return ALLOWED.stream().anyMatch(it -> it.matcher(asked).matches());
    }
}
