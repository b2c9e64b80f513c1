package org.teamsavailability.mapping.automap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What a run decides on, apart from Microsoft's directory: the tenant, the technicians and their
 * mappings. Two are equal where all of it is the same.
 *
 * @param sha256 of all of it, in Base64: 44 characters
 */
public record DeskState(String sha256) {

    /** The state of a desk, in any order of its technicians. */
    public static DeskState of(MicrosoftTenant tenant, List<Technician> technicians) {
        var text =
                technicians.stream()
                        .sorted(Comparator.comparing(Technician::id))
                        .map(DeskState::line)
                        .collect(Collectors.joining("\n", tenant.id() + "\n", ""));
        try {
            var sha256 =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new DeskState(Base64.getEncoder().encodeToString(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** No text of a technician holds a control character. */
    private static String line(Technician it) {
        var mapping = it.mapping();
        var technician =
                Stream.<@Nullable Object>of(
                        it.id(), it.displayName(), it.email(), it.active(), it.ignored());
        var mapped =
                mapping == null
                        ? Stream.<@Nullable Object>of()
                        : Stream.<@Nullable Object>of(
                                mapping.microsoftTenantId(),
                                mapping.microsoftUserId(),
                                mapping.userPrincipalName(),
                                mapping.origin(),
                                mapping.accountState());
        return Stream.concat(technician, mapped)
                .map(DeskState::field)
                .collect(Collectors.joining("\t"));
    }

    private static String field(@Nullable Object value) {
        return value == null ? "" : "=" + value;
    }
}
