package org.teamsavailability.graph.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with a client secret, or two while one takes the place of the other: a line each, the one
 * to use first before the other. Behind a secret, after a space, may stand the day it expires, as
 * in {@code 2027-03-31}, so that the day changes with the secret. Blank lines count for nothing.
 *
 * @param expires when those expire that have no day of their own; null where nobody said so
 */
public record SecretFile(Path path, @Nullable Instant expires) implements CredentialSource {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    @Override
    public List<ClientCredential> read() {
        var lines = file().text().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() > MOST) {
            throw file().problem("holds %d lines".formatted(lines.size()), null);
        }
        return lines.stream().distinct().<ClientCredential>map(this::secret).toList();
    }

    private ClientCredential.Secret secret(String line) {
        String[] words = line.split("\\s+", -1);
        if (words.length > 2 || !PRINTABLE.matcher(words[0]).matches()) {
            throw file().problem("holds a line that is no secret", null);
        }
        return new ClientCredential.Secret(
                words[0], words.length == 1 ? expires : startOfDay(words[1]));
    }

    private Instant startOfDay(String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            // Without its cause, which quotes what was read.
            throw file().problem("holds something behind a secret that is no date", null);
        }
    }

    private SmallFile file() {
        return new SmallFile(
                "client secret",
                path,
                "a file with the secret's value in one line, or two lines while it is rotated,"
                        + " each with the day it expires behind it (2027-03-31) or not");
    }
}
