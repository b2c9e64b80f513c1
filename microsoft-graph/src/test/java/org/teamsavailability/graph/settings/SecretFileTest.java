package org.teamsavailability.graph.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.settings.ClientCredential.Secret;

class SecretFileTest {

    private static final Instant MARCH = Instant.parse("2027-03-31T00:00:00Z");

    @TempDir private Path folder;

    private SecretFile file(String content) throws IOException {
        return new SecretFile(Files.writeString(folder.resolve("secret"), content), null);
    }

    @Test
    void holdsTheSecretOfItsLineAndNoSpaceAroundIt() throws Exception {
        assertThat(file("hu~sh.-_8Q\n").read()).containsExactly(new Secret("hu~sh.-_8Q"));
        assertThat(file("\r\n  hush \r\n\r\n").read()).containsExactly(new Secret("hush"));
    }

    @Test
    void holdsTheOldOneBehindTheNewOneEachWithItsDay() throws Exception {
        assertThat(file("new 2027-03-31\nold\n").read())
                .containsExactly(new Secret("new", MARCH), new Secret("old"));
        assertThat(file("same\nsame\n").read()).containsExactly(new Secret("same"));
    }

    @Test
    void takesTheDayOfTheSettingWhereALineHasNone() throws Exception {
        var path = Files.writeString(folder.resolve("secret"), "new\nold 2027-03-31");
        var april = MARCH.plusSeconds(86_400);
        assertThat(new SecretFile(path, april).read())
                .containsExactly(new Secret("new", april), new Secret("old", MARCH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | is empty",
                "'  \n\n'               | is empty",
                "'hush\nhush2\nhush3'   | holds 3 lines",
                "'hush hush'            | holds something behind a secret that is no date",
                "'hush 31.3.2027'       | holds something behind a secret that is no date",
                "'hush 2027-03-31 hush' | holds a line that is no secret",
                "'hüsh'                 | holds a line that is no secret"
            })
    void saysWhatIsWrongAndNothingOfWhatItHolds(String content, String what) throws Exception {
        var file = file(content);
        assertThatThrownBy(file::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The client secret file %s %s:", file.path(), what)
                .hasMessageNotContainingAny("hush", "hüsh")
                .hasNoCause();
    }

    @Test
    void refusesWhatIsNoSmallFile() throws Exception {
        assertThatThrownBy(() -> new SecretFile(folder.resolve("missing"), null).read())
                .hasMessageContaining("missing cannot be found: give a file");
        assertThatThrownBy(() -> new SecretFile(folder, null).read())
                .hasMessageContaining("is no file");
        assertThatThrownBy(() -> file("x".repeat(65 * 1024)).read())
                .hasMessageContaining("is larger than 64 KiB");
    }

    @Test
    void followsTheLinksOfAMountedSecret() throws Exception {
        var first = Files.createDirectory(folder.resolve("..first"));
        Files.writeString(first.resolve("client-secret"), "old");
        var data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        var file =
                Files.createSymbolicLink(
                        folder.resolve("client-secret"), Path.of("..data", "client-secret"));
        assertThat(new SecretFile(file, null).read()).containsExactly(new Secret("old"));

        var second = Files.createDirectory(folder.resolve("..second"));
        Files.writeString(second.resolve("client-secret"), "new");
        Files.delete(data);
        Files.createSymbolicLink(data, second.getFileName());

        assertThat(new SecretFile(file, null).read()).containsExactly(new Secret("new"));
    }

    @Test
    void printsNoSecret() throws Exception {
        assertThat(file("hush").toString()).doesNotContain("hush");
        assertThat(file("hush").read()).hasToString("[Secret[redacted]]");
    }
}
