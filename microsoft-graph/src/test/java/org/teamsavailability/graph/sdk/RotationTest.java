package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFixture;
import org.teamsavailability.graph.credentials.CredentialsReport;
import org.teamsavailability.graph.credentials.Standing;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.CredentialSource;
import org.teamsavailability.graph.settings.SecretFile;
import org.teamsavailability.graph.settings.SelfSigned;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Credentials;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;
import org.teamsavailability.testsupport.TestClock;

/** Credentials are replaced, played through whole, while somebody reads all the time. */
@Tag("slow")
class RotationTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    /** So short that each read asks for a token. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator microsoft =
            GraphSimulator.start(
                    Dataset.of(
                            Tenant.of(CONTOSO.id()).withAccount(Account.of(ANNA, "Away", "Away"))),
                    SimulatorSettings.defaults().withClock(clock));

    RotationTest() {
        microsoft.conditions(now -> now.withTokenLifetime(AT_ONCE));
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    private MicrosoftGraph connect(CredentialSource credentials) {
        return MicrosoftGraph.connect(
                settings(
                        new AppRegistration(
                                "client-1",
                                credentials,
                                URI.create(microsoft.loginUrl()),
                                URI.create(microsoft.graphUrl()))),
                clock);
    }

    private void takes(Credentials credentials) {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withCredentials(credentials));
    }

    private static Credentials certificates(String... thumbprints) {
        return new Credentials(Set.of("none"), Set.of(), Set.of(thumbprints));
    }

    /** As a mounted secret or a careful operator does it. */
    private Path replace(String content) throws IOException {
        var next = Files.writeString(folder.resolve("next"), content);
        return Files.move(
                next,
                folder.resolve("credentials"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static OwnCredentialsRefused refusal(MicrosoftGraph graph) {
        return (OwnCredentialsRefused)
                GraphFixture.failure(graph.port().presences(CONTOSO, List.of(ANNA)));
    }

    private static void read(MicrosoftGraph graph) {
        assertThat(GraphFixture.result(graph.port().presences(CONTOSO, List.of(ANNA))))
                .containsKey(ANNA);
    }

    private static CredentialsReport report(MicrosoftGraph graph) {
        return graph.credentials().reports().getFirst();
    }

    @Test
    void replacesASecretAndNoReadFails() throws Exception {
        takes(Credentials.secrets("old"));
        try (var graph = connect(new SecretFile(replace("old"), null));
                var reader = new SteadyReader(() -> read(graph))) {
            reader.awaitMore();

            takes(Credentials.secrets("old", "new"));
            reader.awaitMore();
            replace("new 2027-03-31\nold");
            clock.advance(HALF_A_MINUTE);
            reader.awaitMore();
            takes(Credentials.secrets("new"));
            reader.awaitMore();
            replace("new 2027-03-31");
            clock.advance(HALF_A_MINUTE);
            reader.awaitMore();

            assertThat(report(graph).isDoubtful()).isFalse();
            assertThat(report(graph).expires()).isEqualTo("2027-03-31T00:00:00Z");
        }
    }

    @Test
    void replacesASecretThatExpiresBeforeTheFileChanges() throws Exception {
        takes(Credentials.secrets("old", "new"));
        try (var graph = connect(new SecretFile(replace("old\nnew"), null));
                var reader = new SteadyReader(() -> read(graph))) {
            reader.awaitMore();

            takes(new Credentials(Set.of("new"), Set.of("old"), Set.of()));

            reader.awaitMore();
            assertThat(report(graph).isDoubtful()).isTrue();
        }
    }

    @Test
    void replacesACertificateAndNoReadFails() throws Exception {
        var old = SelfSigned.in(folder);
        var next = SelfSigned.otherIn(folder);
        takes(certificates(old.thumbprint()));
        try (var graph = connect(new CertificateFile(replace(old.pair())));
                var reader = new SteadyReader(() -> read(graph))) {
            reader.awaitMore();

            replace(next.pair() + old.pair());
            clock.advance(HALF_A_MINUTE);
            reader.awaitMore();
            takes(certificates(old.thumbprint(), next.thumbprint()));
            reader.awaitMore();
            takes(certificates(next.thumbprint()));
            reader.awaitMore();
            replace(next.pair());
            clock.advance(HALF_A_MINUTE);
            reader.awaitMore();

            assertThat(report(graph).isDoubtful()).isFalse();
        }
    }

    @Test
    void staysWithTheOldCertificateWhereTheNewOneCannotBeUsed() throws Exception {
        var old = SelfSigned.in(folder);
        takes(certificates(old.thumbprint()));
        try (var graph = connect(new CertificateFile(replace(old.pair())))) {
            read(graph);
            for (var broken :
                    List.of(
                            SelfSigned.expiredIn(folder).pair(),
                            old.pair().substring(0, 2_000),
                            "garbage")) {
                replace(broken);
                clock.advance(HALF_A_MINUTE);

                read(graph);

                assertThat(report(graph).problem()).isNotNull();
                assertThat(report(graph).refused()).isFalse();
            }
        }
    }

    @Test
    void isRefusedByBothAndRecoversWithinHalfAMinuteOfTheCorrectedFile() throws Exception {
        takes(Credentials.secrets("right"));
        try (var graph = connect(new SecretFile(replace("wrong\nwrong-too"), null))) {
            assertThat(refusal(graph).aadsts()).isEqualTo(7000215);
            assertThat(report(graph).refused()).isTrue();

            replace("right");
            assertThat(refusal(graph).aadsts()).isEqualTo(7000215);
            clock.advance(HALF_A_MINUTE);

            read(graph);
            assertThat(report(graph).refused()).isFalse();
        }
    }

    @Test
    void findsOutThatANewSecretIsWrongBeforeAnybodyNeedsIt() throws Exception {
        microsoft.conditions(now -> now.withTokenLifetime(Duration.ofHours(1)));
        takes(Credentials.secrets("old"));
        try (var graph = connect(new SecretFile(replace("old"), null))) {
            read(graph);
            replace("the-id-of-the-new-one\nold");

            graph.credentials().check();

            assertThat(report(graph).held())
                    .map(it -> it.standing())
                    .containsExactly(Standing.REFUSED, Standing.ACCEPTED);
            read(graph);
        }
    }

    @Test
    void triesNothingOutInATenantThatIsThrottled() throws Exception {
        takes(Credentials.secrets("old"));
        try (var graph = connect(new SecretFile(replace("old"), null))) {
            read(graph);
            microsoft
                    .faults()
                    .on(CONTOSO.id(), Call.TOKEN)
                    .throttle(RetryAfter.in(Duration.ofMinutes(10)));
            assertThat(GraphFixture.failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                    .isInstanceOf(Throttled.class);
            replace("new\nold");

            graph.credentials().check();

            assertThat(microsoft.journal().beforeRetryAfter(CONTOSO.id())).isZero();
            assertThat(report(graph).held())
                    .map(it -> it.standing())
                    .containsOnly(Standing.UNTRIED);
        }
    }

    @Test
    void readsOnWithTheTokensOfASecretThatIsGone() throws Exception {
        microsoft.conditions(now -> now.withTokenLifetime(Duration.ofHours(1)));
        takes(Credentials.secrets("old"));
        try (var graph = connect(new SecretFile(replace("old"), null))) {
            read(graph);
            takes(Credentials.secrets("new"));

            read(graph);

            replace("new");
            graph.credentials().check();
            read(graph);
            assertThat(report(graph).held())
                    .map(it -> it.standing())
                    .containsExactly(Standing.ACCEPTED);
        }
    }
}
