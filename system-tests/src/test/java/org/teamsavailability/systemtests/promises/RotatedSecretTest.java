package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.simulator.dataset.Credentials;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.exchange.Conditions;

/** The operator replaces the client secret of a running enricher, and desks notice nothing. */
@OnTheStack
@ResourceLock(SharedStack.CREDENTIALS)
@Order(4)
class RotatedSecretTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** The file is read every half minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world;
    private final Desk desk = Desk.of("rotated-secret", 2);

    RotatedSecretTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void connectADeskWhoseTenantTakesTheSecretOfTheFile() {
        world.know(
                Dataset.of(desk.everybodyAvailable()),
                List.of(
                        ServiceDeskConnection.newBuilder(desk.connection())
                                .setCloud(World.CLOUD_OF_THE_FILE)
                                .build()),
                desk.mappings());
        takes("before");
        // So short that each request needs a token.
        world.microsoft().conditions(now -> now.withTokenLifetime(A_MINUTE));
    }

    @AfterEach
    void restore() {
        World.CLIENT_SECRET_FILE.replace("before");
        takes("before");
        world.microsoft().conditions(_ -> Conditions.IDEAL);
    }

    @Test
    void losesNoAnswerWhileTheSecretIsReplacedAndRecoversWithAFixedFile() {
        assertReadByTeams(ask());

        takes("before", "after");
        World.CLIENT_SECRET_FILE.replace("after 2126-03-31\nbefore");
        await().atMost(PATIENCE)
                .until(() -> {
                    assertReadByTeams(ask());
                    return credentials().contains("\"expires\":\"2126-03-31\"");
                });
        takes("after");
        assertReadByTeams(ask());
        assertReadByTeams(ask());
        assertThat(credentials()).doesNotContain("before").doesNotContain("after");

        takes("another");
        assertThat(ask().getFallbacks())
                .singleElement()
                .satisfies(fallback -> {
                    assertThat(fallback.getReason()).isEqualTo(Reason.TEAMS_UNREACHABLE);
                    assertThat(fallback.getRemedy()).contains("operator", "client secret");
                });
        assertThat(credentials()).contains("\"status\":\"DOWN\"");

        World.CLIENT_SECRET_FILE.replace("another");
        await().atMost(PATIENCE).until(() -> ask().getSource() == AvailabilitySource.TEAMS);
        assertThat(credentials()).doesNotContain("REFUSED");
    }

    private void takes(String... secrets) {
        world.microsoft()
                .alter(
                        desk.tenant(),
                        tenant -> tenant.withCredentials(Credentials.secrets(secrets)));
    }

    private CandidateAvailability ask() {
        return world.ask(desk.request("rotated").build());
    }

    /** What the health component says of them. */
    private String credentials() {
        return world.management().get("/actuator/health/credentials").body();
    }

    private static void assertReadByTeams(CandidateAvailability answer) {
        assertThat(answer.getFallbacks()).isEmpty();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
    }
}
