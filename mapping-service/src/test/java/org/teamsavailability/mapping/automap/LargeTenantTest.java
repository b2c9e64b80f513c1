package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.automap.AutoMapFixture.DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.directory.Account;

/** A tenant with 500 Teams and 20,000 members, and a desk with 5,000 technicians. */
@Tag("slow")
class LargeTenantTest {

    private static final int TEAMS = 500;
    private static final int MEMBERS = 20_000;
    private static final int TECHNICIANS = 5_000;

    @AutoClose private final AutoMapFixture desk = new AutoMapFixture().connected();

    @Test
    void everyTechnicianFindsTheirAccount() throws InterruptedException {
        members();
        technicians();

        var report = desk.run();

        assertThat(report.run().state()).isEqualTo(RunState.DONE);
        assertThat(report.run().progress()).isEqualTo(new Progress(TEAMS, TEAMS));
        assertThat(report.review().matched())
                .hasSize(TECHNICIANS)
                .allMatch(it -> it.userPrincipalName().equals(it.technicianId() + "@x.example"));
        assertThat(desk.mapping()).hasSize(TECHNICIANS);
    }

    @Test
    void whatIsKeptOfATenantIsOfTheTechniciansSize() {
        var seen = new SeenAccounts(List.of(People.technician("member1", "member1@x.example")));
        for (int i = 0; i < MEMBERS; i++) {
            seen.see(List.of(member(i)));
        }

        assertThat(seen)
                .extracting("accounts")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasSize(1);
    }

    /** Each is in two Teams. */
    private void members() {
        int each = MEMBERS / TEAMS;
        for (int team = 0; team < TEAMS; team++) {
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < 2 * each; i++) {
                accounts.add(member((team * each + i) % MEMBERS));
            }
            desk.tenant.team("Team " + team, accounts);
        }
    }

    private static Account member(int number) {
        return People.account("member" + number + "@x.example");
    }

    private void technicians() {
        desk.transactions.run(
                DESK,
                it -> {
                    var insert =
                            it.insertInto(
                                    TECHNICIAN,
                                    TECHNICIAN.SERVICE_DESK_ID,
                                    TECHNICIAN.TECHNICIAN_ID,
                                    TECHNICIAN.DISPLAY_NAME,
                                    TECHNICIAN.EMAIL,
                                    TECHNICIAN.UPDATED_AT);
                    for (int i = 0; i < TECHNICIANS; i++) {
                        var id = "member" + i * 4;
                        insert =
                                insert.values(
                                        DESK,
                                        id,
                                        id,
                                        id.toUpperCase(java.util.Locale.ROOT) + "@X.example",
                                        desk.clock.instant());
                    }
                    insert.execute();
                });
    }
}
