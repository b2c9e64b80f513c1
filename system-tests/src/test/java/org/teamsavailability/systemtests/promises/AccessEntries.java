package org.teamsavailability.systemtests.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * The access-control entries of {@code docs/operations/authentication-and-tls.md}, as an
 * administrator would make them.
 */
final class AccessEntries {

    private static final Path DOCUMENT =
            Path.of("..", "docs", "operations", "authentication-and-tls.md");
    private static final String COMMAND = "acls ";
    private static final String PREFIX = "${P}";

    private AccessEntries() {}

    /** All of them, for an installation with this topic prefix. */
    static List<AclBinding> ofTheDocument(String topicPrefix) {
        try {
            return Files.readString(DOCUMENT)
                    .replace("\\\n", " ")
                    .lines()
                    .filter(line -> line.startsWith(COMMAND))
                    .flatMap(line -> entries(line, topicPrefix).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(DOCUMENT + " cannot be read", e);
        }
    }

    private static List<AclBinding> entries(String line, String topicPrefix) {
        var words = line.substring(COMMAND.length()).strip().split(" +", -1);
        var pattern =
                line.contains("--resource-pattern-type prefixed")
                        ? PatternType.PREFIXED
                        : PatternType.LITERAL;
        var principal = "";
        var operations = new ArrayList<AclOperation>();
        var resources = new ArrayList<ResourcePattern>();
        for (int i = 0; i < words.length; i += 2) {
            var value = words[i + 1].replace(PREFIX, topicPrefix);
            switch (words[i]) {
                case "--allow-principal" -> principal = value;
                case "--operation" -> operations.add(SecurityUtils.operation(value));
                case "--resource-pattern-type" -> {}
                default -> resources.add(new ResourcePattern(kind(words[i]), value, pattern));
            }
        }
        var entries = new ArrayList<AclBinding>();
        for (var resource : resources) {
            for (var operation : operations) {
                var entry =
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW);
                entries.add(new AclBinding(resource, entry));
            }
        }
        return entries;
    }

    private static ResourceType kind(String option) {
        return switch (option) {
            case "--topic" -> ResourceType.TOPIC;
            case "--group" -> ResourceType.GROUP;
            case "--transactional-id" -> ResourceType.TRANSACTIONAL_ID;
            default -> throw new IllegalArgumentException("Not of kafka-acls: " + option);
        };
    }
}
