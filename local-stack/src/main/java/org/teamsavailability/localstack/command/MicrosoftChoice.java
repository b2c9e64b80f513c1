package org.teamsavailability.localstack.command;

import java.util.List;
import java.util.Map;

/**
 * Which Microsoft a stack uses, by the variables of its environment. {@code ./quickstart} has
 * refused incomplete ones before.
 *
 * @param simulated whether none is named, so that the stack brings a simulated one
 * @param ownAddress whether it is at Microsoft's own address, where the sample people are unknown
 */
record MicrosoftChoice(boolean simulated, boolean ownAddress) {

    private static final List<String> CLOUDS = List.of("", "_US_GOV_L4", "_US_GOV_L5", "_CHINA");

    static MicrosoftChoice by(Map<String, String> environment) {
        var app = isSet(environment, "MICROSOFT_CLIENT_ID");
        var address = isSet(environment, "MICROSOFT_GRAPH_URL");
        return new MicrosoftChoice(!app && !address, app && !address);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return CLOUDS.stream()
                .anyMatch(cloud -> !environment.getOrDefault(name + cloud, "").isBlank());
    }
}
