package org.teamsavailability.mapping.technician;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A technician and their mapping.
 *
 * @param updatedAt when the technician was last changed; the mapping has a time of its own
 * @param mapping null where there is none
 * @param accountHeldBy another technician who has the account of the mapping, which is a conflict;
 *     null where there is none
 */
public record MappedTechnician(
        Technician technician,
        Instant updatedAt,
        @Nullable Mapping mapping,
        @Nullable String accountHeldBy) {

    private static final int TAG_BYTES = 16;

    /**
     * Another one for any other state, also where a mapping was removed and set again: 22 letters,
     * digits, dashes and underscores.
     */
    public String entityTag() {
        var state =
                Stream.concat(ofTechnician(), mapping == null ? Stream.of() : of(mapping))
                        .map(String::valueOf)
                        .collect(Collectors.joining("\0"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(sha256(state), TAG_BYTES));
    }

    private Stream<Object> ofTechnician() {
        return Stream.of(
                technician.technicianId(),
                technician.displayName(),
                String.valueOf(technician.email()),
                technician.active(),
                technician.ignored(),
                updatedAt,
                String.valueOf(accountHeldBy));
    }

    private static Stream<Object> of(Mapping mapping) {
        return Stream.of(
                mapping.microsoftTenantId(),
                mapping.microsoftUserId(),
                mapping.userPrincipalName(),
                mapping.origin(),
                mapping.accountState(),
                mapping.version(),
                mapping.updatedAt());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
