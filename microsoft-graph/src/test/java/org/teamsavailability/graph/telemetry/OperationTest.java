package org.teamsavailability.graph.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    @ParameterizedTest
    @CsvSource({
        "/11111111-2222-3333-4444-555566667777/oauth2/v2.0/token, token",
        "/common/discovery/v2.0/keys, signing-keys",
        "/v1.0/communications/getPresencesByUserId, presence",
        "/v1.0/teams/7d2b9a60-1c3e-4b5f-8a90-0c1d2e3f4a5b/schedule, schedule",
        "/v1.0/teams/7d2b9a60-1c3e-4b5f-8a90-0c1d2e3f4a5b/schedule/shifts, shifts",
        "/v1.0/teams/7d2b9a60-1c3e-4b5f-8a90-0c1d2e3f4a5b/schedule/timesOff, time-off",
        "/v1.0/groups, teams",
        "/v1.0/groups/7d2b9a60-1c3e-4b5f-8a90-0c1d2e3f4a5b/members, members",
        "/v1.0/users/anna%40contoso.com, account",
        "/v1.0/organization, organization",
        "/anything/else, other"
    })
    void tellsWhatIsAskedFromThePath(String path, String operation) {
        assertThat(Operation.of(path).tag()).isEqualTo(operation);
    }
}
