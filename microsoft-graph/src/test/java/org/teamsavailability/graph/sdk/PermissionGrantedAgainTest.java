package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;

/** A token keeps the permissions it was got with for an hour; what is granted counts sooner. */
@Tag("slow")
class PermissionGrantedAgainTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final Duration OUTDATED = Duration.ofSeconds(8);

    private final GraphSimulator microsoft =
            GraphSimulator.start(
                    Dataset.of(
                            Tenant.of(CONTOSO.id()).withAccount(Account.of(ANNA, "Away", "Away"))),
                    SimulatorSettings.defaults());
    private Instant now = NOW;
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(
                    settings(
                            new AppRegistration(
                                    "client-1",
                                    new ClientCredential.Secret("any"),
                                    URI.create(microsoft.loginUrl()),
                                    URI.create(microsoft.graphUrl()))),
                    ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    @Test
    void isUsedByTheFirstReadAfterItIsGranted() {
        permit(List.of());
        assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        permit(Tenant.ALL_PERMISSIONS);
        now = now.plus(OUTDATED);

        assertThat(result(graph.port().presences(CONTOSO, List.of(ANNA)))).containsKey(ANNA);
    }

    @Test
    void isNotLookedForInMoreThanOneNewTokenInEightSeconds() {
        permit(List.of());
        for (int i = 0; i < 3; i++) {
            assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        }
        assertThat(tokens()).isEqualTo(1);

        now = now.plus(OUTDATED);
        for (int i = 0; i < 3; i++) {
            assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        }
        assertThat(tokens()).isEqualTo(2);

        now = now.plus(OUTDATED).minusMillis(1);
        assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void isNotLookedForWhereTheTokenHasIt() {
        microsoft.faults().on(CONTOSO.id(), Call.PRESENCE).status(403);
        assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        now = now.plus(OUTDATED);

        assertThat(refusal()).isInstanceOf(PermissionMissing.class);

        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void isMissingStillWhereNoNewTokenCanBeHad() {
        permit(List.of());
        assertThat(refusal()).isInstanceOf(PermissionMissing.class);
        microsoft.faults().on(CONTOSO.id(), Call.TOKEN).status(500);
        now = now.plus(OUTDATED);

        assertThat(refusal()).isInstanceOf(GraphFailure.Unreachable.class);
        assertThat(refusal()).isInstanceOf(PermissionMissing.class);

        assertThat(tokens()).isEqualTo(2);
    }

    private void permit(Collection<String> permissions) {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withPermissions(permissions));
    }

    private GraphFailure refusal() {
        return failure(graph.port().presences(CONTOSO, List.of(ANNA)));
    }

    private long tokens() {
        return microsoft.journal().count(CONTOSO.id(), Call.TOKEN);
    }
}
