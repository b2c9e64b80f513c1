package org.teamsavailability.operations.topics;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.TopicCreation;

/** What the commands on topics do. */
final class TopicSet {

    private final Access access;
    private final Console console;

    TopicSet(Access access, Console console) {
        this.access = access;
        this.console = console;
    }

    /** Creates what is missing and registers the schemas; what is there stays as it is. */
    int create() {
        try (var admin = access.admin()) {
            var report = new TopicCreation(admin, access.topics()).create(Topics.ALL);
            registration().register(Topics.ALL);
            console.out().println("Created: " + names(report.created()));
            console.out()
                    .println("There before, and left as they are: " + names(report.existing()));
            console.out()
                    .println(
                            "Registered, compatibility %s: the schemas of this release"
                                    .formatted(SchemaRegistration.COMPATIBILITY));
            report.repartitioned()
                    .forEach(topic ->
                            console.err()
                                    .println(
                                            "%s has %d partitions, declared are %d; `topics compare` says more"
                                                    .formatted(
                                                            topic.topic(),
                                                            topic.found(),
                                                            topic.declared())));
        }
        return ExitCodes.DONE;
    }

    /** Prints each difference with its remedy. */
    int compare() {
        try (var admin = access.admin()) {
            var differences =
                    new ArrayList<>(new TopicComparison(access, admin).differences(Topics.ALL));
            differences.addAll(SchemaComparison.differences(registration().states(Topics.ALL)));
            differences.stream()
                    .flatMap(difference -> difference.lines().stream())
                    .forEach(console.out()::println);
            console.out().println(summary(differences.size()));
            return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private SchemaRegistration registration() {
        return new SchemaRegistration(access.registry(), access.topics().prefix());
    }

    private static String summary(int differences) {
        return switch (differences) {
            case 0 -> Topics.ALL.size() + " topics and their schemas are as they are declared";
            case 1 -> "1 difference";
            default -> differences + " differences";
        };
    }

    private static String names(List<String> topics) {
        return topics.isEmpty() ? "none" : String.join(", ", topics);
    }
}
