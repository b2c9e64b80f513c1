package org.teamsavailability.graph.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.ClientCredential.Secret;
import org.teamsavailability.graph.settings.SecretFile;
import org.teamsavailability.testsupport.TestClock;

/** Told with a Microsoft that is a set of the secrets it takes. */
class CloudCredentialsTest {

    private static final Secret OLD = new Secret("old");
    private static final Secret NEW = new Secret("new");

    @TempDir private Path folder;
    private final TestClock clock = new TestClock(NOW);
    private final Set<ClientCredential> taken = new HashSet<>(Set.of(OLD, NEW));
    private final List<ClientCredential> asked = new ArrayList<>();
    private Path file;
    private CloudCredentials credentials;

    @BeforeEach
    void startWithTheOldOne() throws Exception {
        file = folder.resolve("secret");
        write("old");
        credentials =
                new CloudCredentials(MicrosoftCloud.GLOBAL, new SecretFile(file, null), clock);
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private ClientCredential ask() throws InterruptedException {
        return credentials.prove(credential -> {
            asked.add(credential);
            requireTaken(credential);
            credentials.used(credential);
            return credential;
        });
    }

    private void tryOut() throws InterruptedException {
        credentials.tryOut(credential -> {
            asked.add(credential);
            requireTaken(credential);
            return credential;
        });
    }

    private void requireTaken(ClientCredential credential) {
        if (!taken.contains(credential)) {
            throw new GraphException(new OwnCredentialsRefused(401, null, 7000215));
        }
    }

    private Stream<Standing> standings() {
        return credentials.report().held().stream().map(HeldCredential::standing);
    }

    @Test
    void looksAtTheFileOnceInHalfAMinute() throws Exception {
        write("new");
        clock.advance(Duration.ofSeconds(29));
        assertThat(ask()).isEqualTo(OLD);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask()).isEqualTo(NEW);
    }

    @Test
    void triesTheOtherOneInTheSameCallAndPrefersItFromThenOn() throws Exception {
        write("old\nnew");
        credentials.check();
        taken.remove(OLD);

        assertThat(ask()).isEqualTo(NEW);
        assertThat(ask()).isEqualTo(NEW);

        assertThat(asked).containsExactly(OLD, NEW, NEW);
        assertThat(credentials.report().refused()).isFalse();
        assertThat(credentials.report().isDoubtful()).isTrue();
    }

    @Test
    void staysWithTheOneThatWorksUntilItIsRefused() throws Exception {
        ask();
        write("new\nold");
        taken.remove(NEW);
        credentials.check();
        assertThat(ask()).isEqualTo(OLD);
        taken.add(NEW);
        taken.remove(OLD);
        asked.clear();

        assertThat(ask()).isEqualTo(NEW);

        assertThat(asked).containsExactly(OLD, NEW);
    }

    @Test
    void failsWhenAllCredentialsAreRefusedAndTriesThemAgain() {
        taken.clear();
        var failure = catchThrowableOfType(GraphException.class, this::ask).failure();
        assertThat(failure).isInstanceOf(OwnCredentialsRefused.class);
        assertThat(credentials.report().refused()).isTrue();

        taken.add(OLD);

        assertThat(catchThrowableOfType(Exception.class, this::ask)).isNull();
        assertThat(credentials.report().refused()).isFalse();
    }

    @Test
    void asksNoOtherOneWhereMicrosoftFailsForAnotherReason() throws Exception {
        write("new\nold");
        credentials.check();
        assertThatThrownBy(() ->
                        credentials.prove(credential -> {
                            asked.add(credential);
                            throw new GraphException(new Unreachable(503, null));
                        }))
                .isInstanceOf(GraphException.class);
        assertThat(asked).containsExactly(NEW);
        assertThat(standings()).containsOnly(Standing.UNTRIED);
    }

    @Test
    void keepsTheFormerOneUntilANewOneWorks() throws Exception {
        ask();
        write("ne");
        credentials.check();
        assertThat(ask()).isEqualTo(OLD);
        write("n");
        credentials.check();
        assertThat(ask()).isEqualTo(OLD);

        write("new");
        credentials.check();
        assertThat(ask()).isEqualTo(NEW);
        taken.remove(NEW);

        assertThatThrownBy(this::ask).isInstanceOf(GraphException.class);
        assertThat(credentials.report().held()).hasSize(1);
    }

    @Test
    void keepsWhatItHasWhereTheFileCannotBeUsedAndSaysSoUntilItCan() throws Exception {
        write("");
        credentials.check();
        assertThat(ask()).isEqualTo(OLD);
        assertThat(credentials.report().problem()).contains("is empty");
        Files.delete(file);
        credentials.check();
        assertThat(credentials.report().problem()).contains("cannot be found");
        assertThat(credentials.report().isDoubtful()).isTrue();

        write("old");
        credentials.check();

        assertThat(credentials.report().problem()).isNull();
        assertThat(standings()).containsExactly(Standing.ACCEPTED);
    }

    @Test
    void forgetsARefusalWithTheNextChangeOfTheFile() throws Exception {
        write("old\nnew");
        credentials.check();
        taken.remove(OLD);
        ask();

        write("new\nold");
        credentials.check();

        assertThat(standings()).containsOnly(Standing.UNTRIED);
    }

    @Test
    void triesOutThoseUntriedAndAfterAWhileThoseRefused() throws Exception {
        write("new\nold");
        credentials.check();
        taken.remove(NEW);
        tryOut();
        tryOut();
        assertThat(asked).containsExactly(NEW, OLD);
        assertThat(standings()).containsExactly(Standing.REFUSED, Standing.ACCEPTED);
        assertThat(credentials.report().refused()).isFalse();

        taken.add(NEW);
        clock.advance(CloudCredentials.REFUSED_TRIED_EVERY.plusSeconds(1));
        tryOut();

        assertThat(asked).containsExactly(NEW, OLD, NEW);
        assertThat(standings()).containsOnly(Standing.ACCEPTED);
    }

    @Test
    void triesOutAllAsLongAsAllAreRefused() throws Exception {
        taken.clear();
        tryOut();
        assertThat(credentials.report().refused()).isTrue();
        write("new");
        credentials.check();
        assertThat(credentials.report().refused()).isTrue();
        taken.add(NEW);

        tryOut();

        assertThat(credentials.report().refused()).isFalse();
    }

    @Test
    void isNotRefusedWhileOneIsLeftToBeTriedThoughItWasRefusedBefore() throws Exception {
        write("new\nold");
        credentials.check();
        taken.remove(NEW);
        assertThat(ask()).isEqualTo(OLD);
        taken.remove(OLD);
        taken.add(NEW);
        var reports = new ArrayList<CredentialsReport>();

        credentials.prove(credential -> {
            reports.add(credentials.report());
            requireTaken(credential);
            return credential;
        });

        assertThat(reports).hasSize(2).noneMatch(CredentialsReport::refused);
    }

    @Test
    void expiresWithTheLastOfThoseInTheFile() throws Exception {
        assertThat(credentials.report().expires()).isNull();
        write("new 2027-03-31\nold 2026-03-31");
        credentials.check();
        assertThat(credentials.report().expires()).isEqualTo("2027-03-31T00:00:00Z");
    }
}
