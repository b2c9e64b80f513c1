package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.schemas.PresenceVerdict.UNMAPPED;
import static org.teamsavailability.schemas.PresenceVerdict.WORKING;
import static org.teamsavailability.systemtests.promises.Answers.presence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.PsaTechnician;
import org.teamsavailability.schemas.Topics;

/** What the PSA publishes is what the API shows. */
@OnTheWholeStack
class PsaTopicTest {

    private final WholeStack stack;
    private final ServiceDesk desk;

    PsaTopicTest(WholeStack stack) {
        this.stack = stack;
        this.desk = stack.desk().setUp(1);
    }

    @Test
    void showsATechnicianOfTheTopicAndMapsThem() {
        publish("anna", technician("anna", 3));

        awaitStatus("anna", 200);
        var shown = desk.api().get("technicians/anna");
        assertThat(shown.get("displayName").asString()).isEqualTo("anna of the PSA");
        assertThat(shown.get("email").asString()).isEqualTo(desk.address(3));
        assertThat(shown.get("active").asBoolean()).isTrue();
        desk.autoMap();
        stack.awaitAnswer(desk, presence(WORKING), "anna");
    }

    @Test
    void erasesATechnicianWhomANullRemoves() {
        publish("ben", technician("ben", 5));
        awaitStatus("ben", 200);
        desk.autoMap();
        stack.awaitAnswer(desk, presence(WORKING, WORKING), "tech-1", "ben");

        publish("ben", null);

        awaitStatus("ben", 404);
        stack.awaitAnswer(desk, presence(WORKING, UNMAPPED), "tech-1", "ben");
    }

    private void publish(String technician, @Nullable PsaTechnician value) {
        stack.publish(Topics.PSA_TECHNICIAN, desk.id() + "/" + technician, value);
    }

    private PsaTechnician technician(String id, int person) {
        return PsaTechnician.newBuilder()
                .setServiceDeskId(desk.id())
                .setTechnicianId(id)
                .setDisplayName(id + " of the PSA")
                .setEmail(desk.address(person))
                .setActive(true)
                .build();
    }

    private void awaitStatus(String technician, int status) {
        await().atMost(WholeStack.PATIENCE)
                .until(
                        () ->
                                desk.api()
                                        .send("GET", "technicians/" + technician, null)
                                        .statusCode(),
                        found -> found == status);
    }
}
