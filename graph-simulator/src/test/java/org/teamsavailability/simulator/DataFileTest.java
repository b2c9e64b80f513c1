package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.DataFile;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Span;
import org.teamsavailability.simulator.dataset.Tenant;

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

    private final Clock clock = new MutableClock();

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
                    notFound               | gone     | tenants[0].accounts[0].lookup is 'gone', allowed: found, missing, presenceUnknown, badRequest, notFound
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
