package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.DataFile;
import org.teamsavailability.simulator.dataset.DirectoryRole;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.dataset.Organization;
import org.teamsavailability.simulator.dataset.OtherMember;
import org.teamsavailability.simulator.dataset.OtherMember.Kind;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Registration;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Span;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.testsupport.TestClock;

class DataFileTest {
    private static final String DATA =
            """
            tenants:
              - id: 11111111-1111-4111-8111-111111111111
                clientSecrets: [s3cr3t]
                consent: notConsented
                permissions: [Presence.Read.All]
                unknownAccounts: presenceUnknown
                accounts:
                  - id: A0000000-0000-4000-8000-000000000001
                    availability: Busy
                    activity: InACall
                    outOfOffice: true
                    statusMessage: at the dentist
                    lookup: notFound
                teams:
                  - id: e0000000-0000-4000-8000-000000000005
                    shifts:
                      - account: a0000000-0000-4000-8000-000000000001
                        start: now-30m
                        end: now+2h
                        draft: {start: now-30m, end: now+1h30m}
                    timeOff:
                      - account: a0000000-0000-4000-8000-000000000001
                        start: 2030-02-01T00:00:00Z
                        end: 2030-02-08T00:00:00+01:00
                        stagedForDeletion: true
            """;

    private static final String DIRECTORY =
            """
            tenants:
              - id: 11111111-1111-4111-8111-111111111111
                displayName: Contoso
                domain: contoso.example
                registration:
                  permissions: [User.Read.All]
                  roleClaims: false
                  redirectUris: ["https://desk.example/"]
                accounts:
                  - id: a0000000-0000-4000-8000-000000000001
                    userPrincipalName: anna@contoso.example
                    mail: a.adler@contoso.example
                    displayName: Anna
                    accountEnabled: false
                    userType: Guest
                    proxyAddresses: ["smtp:x@contoso.example"]
                    otherMails: [y@z.example]
                    roles: [globalAdministrator]
                teams:
                  - id: e0000000-0000-4000-8000-000000000005
                    displayName: Service desk
                    members: [a0000000-0000-4000-8000-000000000001]
                    otherMembers:
                      - id: b0000000-0000-4000-8000-000000000002
                        type: servicePrincipal
                        displayName: Robot
                generate: {teams: 2, members: 10}
            """;

    private final Clock clock = new TestClock(NOW);

    @Test
    void readsWhatAPersonWrote(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("data.yaml"), DATA);

        Tenant tenant = DataFile.read(file, clock).tenants().getFirst();

        assertThat(tenant.id()).isEqualTo(TENANT);
        assertThat(tenant.consent()).isEqualTo(Consent.NOT_CONSENTED);
        assertThat(tenant.permissions()).containsExactly("Presence.Read.All");
        assertThat(tenant.unknownAccounts()).isEqualTo(Lookup.PRESENCE_UNKNOWN);
        assertThat(tenant.credentials().secrets()).containsExactly("s3cr3t");
        assertThat(tenant.account(ANNA))
                .isEqualTo(
                        Account.of(ANNA, "Busy", "InACall")
                                .withOutOfOffice(true, null)
                                .withStatusMessage("at the dentist")
                                .withLookup(Lookup.NOT_FOUND));
        var team = Objects.requireNonNull(tenant.teams().get(TEAM));
        ScheduleEntry shift = team.shifts().getFirst();
        assertThat(shift.shared()).isEqualTo(span("2030-01-07T07:30:00Z", "2030-01-07T10:00:00Z"));
        assertThat(shift.draft()).isEqualTo(span("2030-01-07T07:30:00Z", "2030-01-07T09:30:00Z"));
        ScheduleEntry timeOff = team.timesOff().getFirst();
        assertThat(timeOff.shared())
                .isEqualTo(span("2030-02-01T00:00:00Z", "2030-02-07T23:00:00Z"));
        assertThat(timeOff.stagedForDeletion()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    notFound               | gone     | tenants[0].accounts[0].lookup is 'gone', allowed: found, missing, presenceUnknown, wrongType, withoutId, badRequest, notFound
                    now+2h                 | tomorrow | tenants[0].teams[0].shifts[0].end is 'tomorrow', allowed: an instant such as 2026-03-02T08:00:00Z, now, now+2h or now-30m
                    now+2h                 | now-2h   | tenants[0].teams[0].shifts[0].end is 2030-01-07T06:00:00Z, allowed: an instant after start, 2030-01-07T07:30:00Z
                    outOfOffice            | ooo      | tenants[0].accounts[0].ooo is unknown here, allowed: id, availability
                    11111111-1111          | 1        | tenants[0].id is '1-4111-8111-111111111111', allowed: a GUID
                    [s3cr3t]               | s3cr3t   | tenants[0].clientSecrets is something else, allowed: a list of plain values
                    unknownAccounts: presenceUnknown | unknownAccounts: found | tenants[0].unknownAccounts is 'found', allowed: missing
                    consent: notConsented  | id: 5    | is not YAML at line 4, column
                    """)
    void namesFilePlaceValueAndWhatIsAllowed(String right, String wrong, String error) {
        assertThatThrownBy(() -> DataFile.parse("data.yaml", DATA.replace(right, wrong), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("data.yaml: " + error)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void readsTheDirectory() {
        Tenant tenant = DataFile.parse("data.yaml", DIRECTORY, clock).tenants().getFirst();

        assertThat(tenant.organization()).isEqualTo(new Organization("Contoso", "contoso.example"));
        assertThat(tenant.registration())
                .isEqualTo(
                        new Registration(
                                Set.of("User.Read.All"), false, Set.of("https://desk.example/")));
        assertThat(tenant.account(ANNA).profile())
                .isEqualTo(
                        Profile.of("anna@contoso.example", "a.adler@contoso.example", "Anna")
                                .withAddresses(
                                        List.of("smtp:x@contoso.example"), List.of("y@z.example"))
                                .withRoles(DirectoryRole.GLOBAL_ADMINISTRATOR)
                                .guest()
                                .disabled());
        var team = Objects.requireNonNull(tenant.teams().get(TEAM));
        assertThat(team.displayName()).isEqualTo("Service desk");
        assertThat(team.members()).containsExactly(ANNA);
        assertThat(team.otherMembers())
                .containsExactly(new OtherMember(BEN, Kind.SERVICE_PRINCIPAL, "Robot"));
        assertThat(tenant.teams()).hasSize(3);
        assertThat(tenant.accounts()).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    globalAdministrator | boss | tenants[0].accounts[0].roles has 'boss', allowed: globalAdministrator, privilegedRoleAdministrator
                    Guest | Robot | tenants[0].accounts[0].userType is 'Robot', allowed: Guest, Member
                    members: [a0000000 | members: [a0000009 | tenants[0].teams have the member a0000009-0000-4000-8000-000000000001, allowed: the ids of the accounts
                    members: 10 | members: 100001 | tenants[0].generate.members is '100001', allowed: a whole number from 0 to 100000
                    """)
    void namesWhatIsWrongInTheDirectory(String right, String wrong, String error) {
        assertThatThrownBy(() -> DataFile.parse("d.yaml", DIRECTORY.replace(right, wrong), clock))
                .hasMessageStartingWith("d.yaml: " + error);
    }

    @Test
    void namesTheFileThatIsNotThere(@TempDir Path folder) {
        Path missing = folder.resolve("missing.yaml");

        assertThatThrownBy(() -> DataFile.read(missing, clock))
                .hasMessage(missing + ": cannot be read (NoSuchFileException)");
    }

    @Test
    void keepsSecretsOutOfText() {
        assertThat(DataFile.parse("data.yaml", DATA, clock).toString()).doesNotContain("s3cr3t");
    }

    private static Span span(String start, String end) {
        return new Span(Instant.parse(start), Instant.parse(end));
    }
}
