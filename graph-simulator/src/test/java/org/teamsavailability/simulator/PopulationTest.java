package org.teamsavailability.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Population;
import org.teamsavailability.simulator.dataset.Tenant;

class PopulationTest {
    @Test
    void dealsTwentyThousandPeopleOutToFiveHundredTeams() {
        Tenant tenant = Tenant.of(TENANT).withGenerated(new Population(500, 20_000));

        assertThat(tenant.teams()).hasSize(500);
        assertThat(tenant.accounts()).hasSize(20_000);
        assertThat(tenant.teams().values())
                .allSatisfy(team -> assertThat(team.members()).hasSize(40));
        Set<UUID> members = new HashSet<>();
        tenant.teams().values().forEach(team -> members.addAll(team.members()));
        assertThat(members).isEqualTo(tenant.accounts().keySet());
    }

    @Test
    void generatesTheSameForATenantEachTime() {
        Tenant tenant = Tenant.of(TENANT).withGenerated(new Population(2, 5));

        assertThat(tenant).isEqualTo(Tenant.of(TENANT).withGenerated(new Population(2, 5)));
        var fifth = requireNonNull(tenant.accounts().get(Population.person(TENANT, 5)));
        assertThat(fifth.profile().mail()).isEqualTo("person00005@tenant-11111111.onmicrosoft.com");
        assertThat(Population.person(OTHER_TENANT, 5)).isNotEqualTo(fifth.id());
    }

    @Test
    void refusesMoreThanItCanHold() {
        assertThatThrownBy(() -> new Population(1, Population.MOST + 1))
                .hasMessage("1 teams and 100001 members, 0 to 100000 allowed");
    }
}
