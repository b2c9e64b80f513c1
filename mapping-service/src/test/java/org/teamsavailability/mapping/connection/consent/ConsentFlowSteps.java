package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.teamsavailability.graph.signin.SignedIn;
import org.teamsavailability.mapping.connection.Answer;
import org.teamsavailability.mapping.connection.Browser;
import org.teamsavailability.mapping.connection.RunningService;

/** The steps of the consent flow, as a browser goes through them; an administrator signs in. */
abstract class ConsentFlowSteps extends RunningService {

    private static final Set<UUID> ADMINISTRATOR = Set.of(SignedIn.GLOBAL_ADMINISTRATOR);

    final Browser browser = new Browser(this);
    final UUID person = UUID.randomUUID();
    final String code = "code-" + person;

    @BeforeEach
    void anAdministrator() {
        microsoft.signsIn(code, new SignedIn(tenant, person, ADMINISTRATOR, true));
        microsoft.issuesAll(tenant);
    }

    String consentState() {
        var answer = api("GET", "/teams-availability/consent-url");
        return Browser.state(answer.json().get("consentUrl").asString());
    }

    String consent(String state) {
        return "/teams-availability/consent?admin_consent=True&tenant=%s&state=%s"
                .formatted(tenant, state);
    }

    String signInState() {
        return Browser.state(browser.get(consent(consentState())).header("Location"));
    }

    String signIn(String state) {
        return "/teams-availability/sign-in?state=%s&code=%s".formatted(state, code);
    }

    Browser browserWith(String state) {
        var another = new Browser(this);
        another.cookie("__Host-teams-availability-flow=" + state);
        return another;
    }

    void assertNothingIsLinked() {
        var connection = connection(desk);
        assertThat(connection == null ? null : connection.microsoftTenantId()).isNull();
    }

    static List<Integer> atTheSameMoment(int times, Callable<Answer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(times, request));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            return statuses;
        }
    }
}
