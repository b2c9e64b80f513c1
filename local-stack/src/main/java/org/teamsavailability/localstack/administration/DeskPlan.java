package org.teamsavailability.localstack.administration;

import java.util.List;
import java.util.Map;

/**
 * What a service desk is to become.
 *
 * @param id its id
 * @param administrator the sign-in name of who consents; empty: nobody has yet
 * @param technicians emails by technician id, as the PSA has them
 */
public record DeskPlan(String id, String administrator, Map<String, String> technicians) {
    public DeskPlan {
        technicians = Map.copyOf(technicians);
    }

    /** Whether its Microsoft tenant is connected. */
    boolean isConnected() {
        return !administrator.isEmpty();
    }

    /** As the API takes them. */
    List<Map<String, String>> rows() {
        return technicians.entrySet().stream()
                .map(entry ->
                        Map.of(
                                "technicianId", entry.getKey(),
                                "displayName", entry.getKey(),
                                "email", entry.getValue()))
                .toList();
    }
}
