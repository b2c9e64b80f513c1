package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.schemas.PresenceVerdict.ON_BREAK;
import static org.teamsavailability.schemas.PresenceVerdict.UNMAPPED;
import static org.teamsavailability.schemas.PresenceVerdict.WORKING;
import static org.teamsavailability.systemtests.promises.Answers.fallback;
import static org.teamsavailability.systemtests.promises.Answers.presence;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Reason;

/** What is done at a desk, by command, API and pages, is seen in the enricher's answers. */
@OnTheWholeStack
class ServiceDeskSetUpTest {

    private final WholeStack stack;

    ServiceDeskSetUpTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void answersForADeskThatWasSetUpByCommandApiAndPages() {
        var desk = stack.desk();
        desk.upsert(
                List.of(
                        ServiceDesk.row("anna", desk.address(1), true),
                        ServiceDesk.row("ben", desk.address(2), true),
                        ServiceDesk.row("carl", "carl@elsewhere.example", true)));
        desk.connect();

        var review = desk.autoMap();

        assertThat(review.get("state").asString()).isEqualTo("DONE");
        assertThat(review.get("matched")).hasSize(2);
        stack.awaitAnswer(desk, presence(WORKING, ON_BREAK, UNMAPPED), "anna", "ben", "carl");
    }

    @Test
    void answersWithTheAccountThatWasChosenByHand() {
        var desk = ready(1);

        desk.map("tech-1", 2);

        stack.awaitAnswer(desk, presence(ON_BREAK), "tech-1");
    }

    @Test
    void knowsNoAccountOfATechnicianWhoWasRemoved() {
        var desk = ready(2);

        desk.api().call("DELETE", "technicians/tech-1", null);

        stack.awaitAnswer(desk, presence(UNMAPPED, ON_BREAK), "tech-1", "tech-2");
    }

    @Test
    void knowsTheAccountOfATechnicianOnlyWhileTheyAreActive() {
        var desk = ready(2);

        desk.upsert(List.of(ServiceDesk.row("tech-1", desk.address(1), false)));
        stack.awaitAnswer(desk, presence(UNMAPPED, ON_BREAK), "tech-1", "tech-2");

        desk.upsert(List.of(ServiceDesk.row("tech-1", desk.address(1), true)));
        stack.awaitAnswer(desk, presence(WORKING, ON_BREAK), "tech-1", "tech-2");
    }

    @Test
    void asksNoTenantThatWasDisconnectedUntilItIsConnectedAgain() {
        var desk = ready(2);
        desk.map("tech-2", 4);

        desk.disconnect();
        stack.awaitAnswer(desk, fallback(Reason.TEAMS_NOT_CONNECTED), "tech-1", "tech-2");

        desk.connect();
        stack.awaitAnswer(desk, presence(UNMAPPED, ON_BREAK), "tech-1", "tech-2");

        desk.autoMap();
        stack.awaitAnswer(desk, presence(WORKING, ON_BREAK), "tech-1", "tech-2");
    }

    private ServiceDesk ready(int technicians) {
        var desk = stack.desk().setUp(technicians);
        stack.awaitAnswer(desk, presence(WORKING), "tech-1");
        return desk;
    }
}
