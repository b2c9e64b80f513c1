package org.teamsavailability.localstack.administration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a service desk is to become.
 *
 * @param id its id
 * @param microsoftTenantId the tenant it is connected to
 * @param administrator the sign-in name of who consents
 * @param spreading whether the consent has not spread through Microsoft yet
 * @param technicians emails by technician id, as the PSA has them
 */
public record DeskPlan(
        String id,
        UUID microsoftTenantId,
        String administrator,
        boolean spreading,
        Map<String, String> technicians) {
    public DeskPlan {
        technicians = Map.copyOf(technicians);
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
