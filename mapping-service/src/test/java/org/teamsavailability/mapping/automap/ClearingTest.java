package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.teamsavailability.mapping.automap.People.account;
import static org.teamsavailability.mapping.automap.People.autoMapped;
import static org.teamsavailability.mapping.automap.People.inactive;
import static org.teamsavailability.mapping.automap.People.technician;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.directory.Account;

class ClearingTest {

    @ParameterizedTest
    @CsvSource({
        // automatic mappings, those whose account left, whether they are cleared
        "1, 0, true", "1, 1, false", "2, 1, true", "2, 2, false", "4, 3, true", "3, 3, false",
        "4, 4, false", "8, 3, true", "8, 4, false", "19, 4, false", "20, 4, true", "21, 4, true",
        "25, 5, true", "24, 5, false", "100, 20, true", "100, 21, false", "100, 100, false",
    })
    void clearsThreeOrAFifthUnaskedButNeverAll(int automatic, int left, boolean clears) {
        var decision = decide(automatic, left, null);

        assertThat(decision.review().cleared()).hasSize(clears ? left : 0);
        assertThat(decision.review().heldBack()).hasSize(clears ? 0 : left);
        assertThat(decision.changes()).hasSize(clears ? left : 0);
    }

    @Test
    void clearsTheNumberThatIsConfirmed() {
        var decision = decide(8, 8, 8);

        assertThat(decision.review().cleared()).hasSize(8);
        assertThat(decision.review().heldBack()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 7", "8, 8, 9", "8, 2, 3", "8, 0, 1"})
    void refusesAnotherNumberThanIsConfirmed(int automatic, int left, int confirmed) {
        assertThatExceptionOfType(RunFailedException.class)
                .isThrownBy(() -> decide(automatic, left, confirmed))
                .satisfies(it -> assertThat(it.failure().concernsCondition()).isTrue());
    }

    @Test
    void refusesAConfirmationWhereNotEverythingWasRead() {
        var technicians = technicians(8);

        assertThatExceptionOfType(RunFailedException.class)
                .isThrownBy(() ->
                        new Clearing(false, 8).decide(technicians, new SeenAccounts(technicians)));
    }

    @Test
    void doesNotCountMappingsThatARunCannotClear() {
        var technicians = new ArrayList<>(technicians(2));
        technicians.add(inactive(autoMapped(technician("ina", "i@x.example"), account("i"))));

        var decision = new Clearing(true, null).decide(technicians, new SeenAccounts(technicians));

        assertThat(decision.review().heldBack()).containsExactly("t0", "t1");
    }

    @Test
    void givesNobodyAnAccountThatIsHeldBack() {
        var shared = account("new@x.example");
        var technicians =
                List.of(
                        technician("new", "new@x.example"),
                        autoMapped(technician("old", "old@x.example"), shared));
        var seen = new SeenAccounts(technicians);
        seen.see(List.of(shared));

        var decision = new Clearing(true, null).decide(technicians, seen);

        assertThat(decision.review().heldBack()).containsExactly("old");
        assertThat(decision.review().matched()).isEmpty();
        assertThat(decision.review().conflicts())
                .containsExactly(new Review.Conflict(List.of("new", "old"), List.of(shared.id())));
        assertThat(decision.changes()).isEmpty();
    }

    private static Decision decide(int automatic, int left, @Nullable Integer confirmed) {
        var technicians = technicians(automatic);
        var seen = new SeenAccounts(technicians);
        seen.see(accounts(automatic).subList(left, automatic));
        return new Clearing(true, confirmed).decide(technicians, seen);
    }

    private static List<Technician> technicians(int count) {
        var technicians = new ArrayList<Technician>();
        var accounts = accounts(count);
        for (int i = 0; i < count; i++) {
            technicians.add(
                    autoMapped(technician("t" + i, "t" + i + "@x.example"), accounts.get(i)));
        }
        return technicians;
    }

    private static List<Account> accounts(int count) {
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < count; i++) {
            accounts.add(account("t" + i + "@x.example"));
        }
        return accounts;
    }
}
