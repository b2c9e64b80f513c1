package org.teamsavailability.simulator;

import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.CARA;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.DirectoryRole;
import org.teamsavailability.simulator.dataset.Organization;
import org.teamsavailability.simulator.dataset.OtherMember;
import org.teamsavailability.simulator.dataset.OtherMember.Kind;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;

/** A directory: Anna is an administrator, Ben is disabled, Cara is a guest; a team of all three. */
final class Contoso {
    static final UUID PRINTERS = UUID.fromString("f0000000-0000-4000-8000-000000000006");
    static final UUID LAPTOP = UUID.fromString("f0000000-0000-4000-8000-000000000007");
    static final String ANNAS_NAME = "anna@contoso.example";
    static final String CARAS_NAME = "cara_home.example#EXT#@contoso.example";

    private Contoso() {}

    static Tenant tenant() {
        return Tenant.of(TENANT)
                .withOrganization(new Organization("Contoso", "contoso.example"))
                .withAccount(
                        person(
                                ANNA,
                                Profile.of(ANNAS_NAME, "anna.adler@contoso.example", "Anna Adler")
                                        .withAddresses(
                                                List.of(
                                                        "SMTP:anna.adler@contoso.example",
                                                        "smtp:help@contoso.example"),
                                                List.of("anna@home.example"))
                                        .withRoles(DirectoryRole.GLOBAL_ADMINISTRATOR)))
                .withAccount(person(BEN, Profile.of("ben@contoso.example", null, "Ben").disabled()))
                .withAccount(
                        person(CARA, Profile.of(CARAS_NAME, "cara@home.example", "Cara").guest()))
                .withTeam(
                        Team.of(TEAM)
                                .withDisplayName("Service desk")
                                .withMembers(List.of(ANNA, BEN, CARA))
                                .withOtherMembers(
                                        List.of(
                                                new OtherMember(PRINTERS, Kind.GROUP, "Printers"),
                                                new OtherMember(LAPTOP, Kind.DEVICE, "Laptop"))));
    }

    /** The same before anybody consented, and another tenant. */
    static Dataset withoutConsent() {
        return Dataset.of(
                tenant().withConsent(Consent.NEVER).withPermissions(Set.of()),
                Tenant.of(OTHER_TENANT));
    }

    private static Account person(UUID id, Profile profile) {
        return Account.of(id, "Available", "Available").withProfile(profile);
    }
}
