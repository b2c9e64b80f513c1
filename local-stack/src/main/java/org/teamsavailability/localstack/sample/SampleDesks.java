package org.teamsavailability.localstack.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.DeskPlan;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The service desks of the sample world, from {@code desks.yaml}.
 *
 * @param desks each id once
 */
public record SampleDesks(List<Desk> desks) {

    /** The tenant of the desk tailspin, whose administrator changes their mind. */
    public static final UUID CONSENT_TAKEN_BACK =
            UUID.fromString("c3000000-0000-4000-8000-000000000000");

    /**
     * A service desk.
     *
     * @param id its id
     * @param microsoftTenantId the tenant it is connected to
     * @param administrator the sign-in name of who consents
     * @param consent what is known of the tenant's consent
     * @param teams rota teams by the names that people may use for them here
     * @param technicians those who are mapped
     */
    record Desk(
            String id,
            String microsoftTenantId,
            String administrator,
            ConsentState consent,
            Map<String, String> teams,
            List<Technician> technicians) {}

    /**
     * A technician and the Microsoft account they are mapped to.
     *
     * @param microsoftTenantId the tenant of the account; null for the desk's own
     */
    record Technician(
            String id,
            String microsoftUserId,
            String userPrincipalName,
            @Nullable String microsoftTenantId) {}

    /** Reads the resource. */
    public static SampleDesks load() {
        return new YAMLMapper().readValue(Resources.text("desks.yaml"), SampleDesks.class);
    }

    /** How to set them up through the API; a technician's email is the sign-in name. */
    public List<DeskPlan> plans() {
        return desks.stream()
                .map(desk ->
                        new DeskPlan(
                                desk.id(),
                                UUID.fromString(desk.microsoftTenantId()),
                                desk.administrator(),
                                desk.consent() == ConsentState.PENDING,
                                desk.technicians().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Technician::id,
                                                        Technician::userPrincipalName))))
                .toList();
    }

    /** One row a desk. */
    public List<ServiceDeskConnection> connections(Instant updatedAt) {
        return desks.stream()
                .map(desk ->
                        ServiceDeskConnection.newBuilder()
                                .setServiceDeskId(desk.id())
                                .setMicrosoftTenantId(desk.microsoftTenantId())
                                .setConsent(desk.consent())
                                .setCloud(MicrosoftCloud.GLOBAL)
                                .setUpdatedAt(updatedAt)
                                .build())
                .toList();
    }

    /** One row a technician. */
    public List<TechnicianMapping> mappings(Instant updatedAt) {
        return desks.stream()
                .flatMap(desk ->
                        desk.technicians().stream()
                                .map(technician ->
                                        TechnicianMapping.newBuilder()
                                                .setServiceDeskId(desk.id())
                                                .setTechnicianId(technician.id())
                                                .setMicrosoftTenantId(
                                                        technician.microsoftTenantId())
                                                .setMicrosoftUserId(technician.microsoftUserId())
                                                .setUserPrincipalName(
                                                        technician.userPrincipalName())
                                                .setOrigin(MappingOrigin.AUTO_MAPPED)
                                                .setUpdatedAt(updatedAt)
                                                .build()))
                .toList();
    }

    /** The desk's rota teams by name, sorted; none for a desk that is not in the sample. */
    public Map<String, String> teams(String deskId) {
        return desks.stream()
                .filter(desk -> desk.id().equals(deskId))
                .findFirst()
                .<Map<String, String>>map(desk -> new TreeMap<>(desk.teams()))
                .orElse(Map.of());
    }

    /** The desk's tenant; null for a desk that is not in the sample. */
    public @Nullable String tenant(String deskId) {
        return desks.stream()
                .filter(desk -> desk.id().equals(deskId))
                .map(Desk::microsoftTenantId)
                .findFirst()
                .orElse(null);
    }
}
