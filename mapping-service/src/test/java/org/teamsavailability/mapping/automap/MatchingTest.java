package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.mapping.automap.People.account;
import static org.teamsavailability.mapping.automap.People.autoMapped;
import static org.teamsavailability.mapping.automap.People.disabled;
import static org.teamsavailability.mapping.automap.People.guest;
import static org.teamsavailability.mapping.automap.People.id;
import static org.teamsavailability.mapping.automap.People.ignored;
import static org.teamsavailability.mapping.automap.People.inactive;
import static org.teamsavailability.mapping.automap.People.known;
import static org.teamsavailability.mapping.automap.People.manual;
import static org.teamsavailability.mapping.automap.People.named;
import static org.teamsavailability.mapping.automap.People.nameless;
import static org.teamsavailability.mapping.automap.People.technician;
import static org.teamsavailability.mapping.automap.People.unread;
import static org.teamsavailability.mapping.automap.People.withMail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.mapping.automap.Review.Conflict;
import org.teamsavailability.mapping.automap.Review.Matched;
import org.teamsavailability.mapping.automap.Review.Unmatched;
import org.teamsavailability.mapping.automap.Review.Why;
import org.teamsavailability.mapping.technician.AccountState;

class MatchingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "anna@x.example|anna@x.example|MAIL",
                "  Anna@X.example\t|anna@x.EXAMPLE|MAIL",
                "a\u0301nna@x.example|\u00e1nna@x.example|MAIL",
                "INGE@x.example|inge@x.example|MAIL",
                "nina@match.example\u00a0|nina@match.example|MAIL",
                "zoe@match.example\u200b|ZOE@match.example|MAIL",
                "bo@match.example|\ufeffbo@match.example|MAIL",
                "anna@m\u00fcnchen.example|anna@xn--mnchen-3ya.example|MAIL",
                "upn@x.example|other@x.example|UPN",
                "UPN@X.example |other@x.example|UPN",
            })
    void theAddressEqualsMailOrSignInName(String email, String mail, MatchKey by) {
        var account = withMail(account("upn@x.example"), mail);

        var review = World.of(List.of(technician("t", email)), account).run(RunScope.FULL).review();

        assertThat(review.matched())
                .containsExactly(new Matched("t", account.id(), "upn@x.example", by, Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, NO_EMAIL",
                "'', NO_EMAIL",
                "'  ', NO_EMAIL",
                "anna, NO_ACCOUNT",
                "alias@x.example, NO_ACCOUNT",
                "private@x.example, NO_ACCOUNT",
                "Anna Hill, NO_ACCOUNT"
            })
    void noOtherFieldMatchesAndNothingMatchesNothing(String email, Why why) {
        var account =
                known(
                        withMail(account("anna.hill@x.example"), " "),
                        "Anna Hill",
                        List.of("alias@x.example"),
                        List.of("private@x.example"));

        var decision = World.of(List.of(technician("t", email)), account).run(RunScope.FULL);

        assertThat(decision.review().unmatched())
                .containsExactly(new Unmatched("t", why, Set.of()));
        assertThat(decision.changes()).isEmpty();
    }

    @Test
    void mailAndSignInNameOfOneAccountAreOneMatchByMail() {
        var account = withMail(account("anna@x.example"), "anna@x.example");

        var review =
                new World(
                                List.of(technician("anna", "anna@x.example")),
                                List.of(List.of(account), List.of(), List.of(account)))
                        .run(RunScope.TEAMS)
                        .review();

        assertThat(review.matched()).extracting(Matched::by).containsExactly(MatchKey.MAIL);
    }

    @Test
    void aGuestMatchesAndIsFlagged() {
        var review =
                World.of(
                                List.of(technician("g", "guest@partner.example")),
                                guest(
                                        withMail(
                                                account("guest_partner.example#EXT#@x.example"),
                                                "guest@partner.example")))
                        .run(RunScope.FULL)
                        .review();

        assertThat(review.matched()).extracting(Matched::flags).containsExactly(Set.of(Flag.GUEST));
    }

    @Test
    void aDisabledAccountIsListedAndAFullRunClearsIt() {
        var left = disabled(account("left@x.example"));
        var world = World.of(List.of(autoMapped(technician("t", "left@x.example"), left)), left);
        var listed = new Unmatched("t", Why.ACCOUNT_DISABLED, Set.of(Flag.DISABLED));

        var full = world.run(RunScope.FULL);
        var teams = world.run(RunScope.TEAMS);

        assertThat(full.review().unmatched()).containsExactly(listed);
        assertThat(full.review().cleared()).containsExactly("t");
        assertThat(full.changes()).containsExactly(new Change.Clear("t", left.id()));
        assertThat(teams.review().unmatched()).containsExactly(listed);
        assertThat(teams.review().cleared()).isEmpty();
        assertThat(teams.changes()).containsExactly(new Change.Note("t", AccountState.DISABLED));
    }

    @Test
    void decidesNothingAboutAnAccountOfWhichItIsNotKnownWhetherItIsEnabled() {
        var anna = unread(account("anna@x.example"));
        var twin = withMail(account("ann2@x.example"), "anna@x.example");
        var world = World.of(List.of(technician("anna", "anna@x.example")), anna, twin);

        var decision = world.run(RunScope.FULL, false);

        assertThat(decision.review().unmatched())
                .containsExactly(new Unmatched("anna", Why.ACCOUNT_NOT_READ, Set.of()));
        assertThat(decision.review().conflicts()).isEmpty();
        assertThat(decision.changes()).isEmpty();
    }

    @Test
    void aDisabledTwinDoesNotMakeAConflict() {
        var new_ = account("anna@x.example");
        var old = disabled(withMail(account("anna.old@x.example"), "anna@x.example"));

        var review =
                World.of(List.of(technician("anna", "anna@x.example")), old, new_)
                        .run(RunScope.FULL)
                        .review();

        assertThat(review.matched()).extracting(Matched::accountId).containsExactly(new_.id());
        assertThat(review.conflicts()).isEmpty();
    }

    @Test
    void aManualMappingStaysAndIsNotMatched() {
        var own = account("anna@x.example");
        var chosen = account("chosen@x.example");

        var decision =
                World.of(List.of(manual(technician("anna", "anna@x.example"), chosen)), own, chosen)
                        .run(RunScope.FULL);

        assertThat(decision.changes()).isEmpty();
        assertThat(decision.review())
                .isEqualTo(
                        new Review(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("anna"),
                                List.of()));
    }

    @Test
    void anIgnoredTechnicianIsNotMatchedAndKeepsWhatTheyHave() {
        var own = account("anna@x.example");
        var old = account("old@x.example");

        var decision =
                World.of(
                                List.of(
                                        ignored(
                                                autoMapped(
                                                        technician("anna", "anna@x.example"), old)),
                                        ignored(technician("ben", "ben@x.example"))),
                                own,
                                account("ben@x.example"))
                        .run(RunScope.FULL);

        assertThat(decision.changes()).noneMatch(it -> !(it instanceof Change.Note));
        assertThat(decision.review())
                .isEqualTo(
                        new Review(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("anna", "ben")));
    }

    @Test
    void anIgnoredTechnicianLeavesTheAccountToOthers() {
        var shared = account("shared@x.example");

        var review =
                World.of(
                                List.of(
                                        technician("ben", "shared@x.example"),
                                        ignored(technician("anna", "shared@x.example")),
                                        ignored(manual(technician("cid", null), shared))),
                                shared)
                        .run(RunScope.FULL)
                        .review();

        assertThat(review.matched()).extracting(Matched::technicianId).containsExactly("ben");
        assertThat(review.conflicts()).isEmpty();
        assertThat(review.keptManual()).isEmpty();
    }

    @Test
    void whatIsMappedByHandIsTaken() {
        var shared = account("shared@x.example");

        var decision =
                World.of(
                                List.of(
                                        technician("ben", "shared@x.example"),
                                        inactive(manual(technician("anna", null), shared))),
                                shared)
                        .run(RunScope.FULL);

        assertThat(decision.changes()).isEmpty();
        assertThat(decision.review().conflicts())
                .containsExactly(new Conflict(List.of("anna", "ben"), List.of(shared.id())));
        assertThat(decision.review().matched()).isEmpty();
        assertThat(decision.review().keptManual()).containsExactly("anna");
    }

    @Test
    void twoActiveTechniciansWhoAreMappedToOneAccountByHandAreAConflict() {
        var shared = account("shared@x.example");
        var world =
                World.of(
                        List.of(
                                manual(technician("anna", null), shared),
                                manual(technician("ben", null), shared),
                                inactive(manual(technician("cid", null), shared))),
                        shared);

        var decision = world.run(RunScope.FULL);

        assertThat(decision.changes()).isEmpty();
        assertThat(decision.review().conflicts())
                .containsExactly(new Conflict(List.of("anna", "ben", "cid"), List.of(shared.id())));
    }

    @Test
    void onlyAFullRunFindsThatAnAccountIsGone() {
        var gone = account("gone@x.example");
        var world = World.of(List.of(manual(technician("anna", "anna@x.example"), gone)));

        assertThat(world.run(RunScope.FULL).changes())
                .containsExactly(new Change.Note("anna", AccountState.GONE));
        assertThat(world.run(RunScope.TEAMS).changes()).isEmpty();
    }

    @Test
    void twoTechniciansWithOneAddressAreAConflict() {
        var shared = account("helpdesk@x.example");
        var world =
                World.of(
                        List.of(
                                autoMapped(technician("anna", "helpdesk@x.example"), shared),
                                technician("ben", "helpdesk@x.example")),
                        shared);
        var conflict = new Conflict(List.of("anna", "ben"), List.of(shared.id()));

        var teams = world.run(RunScope.TEAMS);
        var full = world.run(RunScope.FULL);

        assertThat(teams.review().conflicts()).containsExactly(conflict);
        assertThat(teams.changes()).isEmpty();
        assertThat(full.review().conflicts()).containsExactly(conflict);
        assertThat(full.review().cleared()).containsExactly("anna");
        assertThat(full.changes()).containsExactly(new Change.Clear("anna", shared.id()));
    }

    @Test
    void oneTechnicianWithTwoAccountsIsAConflict() {
        var one = account("anna@x.example");
        var two = withMail(account("anna.admin@x.example"), "anna@x.example");

        var review =
                World.of(List.of(technician("anna", "anna@x.example")), one, two)
                        .run(RunScope.FULL)
                        .review();

        assertThat(review.conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.technicianIds()).containsExactly("anna");
                    assertThat(conflict.accountIds()).containsExactlyInAnyOrder(one.id(), two.id());
                });
        assertThat(review.matched()).isEmpty();
        assertThat(review.unmatched()).isEmpty();
    }

    @Test
    void oneAccountByMailAndBySignInNameOfTwoTechniciansIsAConflict() {
        var account = withMail(account("a.hill@x.example"), "anna@x.example");

        var review =
                World.of(
                                List.of(
                                        technician("one", "anna@x.example"),
                                        technician("two", "a.hill@x.example")),
                                account)
                        .run(RunScope.FULL)
                        .review();

        assertThat(review.conflicts())
                .containsExactly(new Conflict(List.of("one", "two"), List.of(account.id())));
    }

    @Test
    void aRunOverTeamsTakesNoAccountFromSomebodyItDoesNotClear() {
        var account = account("anna@x.example");
        var world =
                World.of(
                        List.of(
                                technician("new", "anna@x.example"),
                                autoMapped(technician("old", "moved@x.example"), account)),
                        account);

        var teams = world.run(RunScope.TEAMS);
        var full = world.run(RunScope.FULL);

        assertThat(teams.changes()).isEmpty();
        assertThat(teams.review().conflicts())
                .containsExactly(new Conflict(List.of("new", "old"), List.of(account.id())));
        assertThat(full.changes())
                .containsExactly(
                        new Change.Assign("new", account.id(), "anna@x.example"),
                        new Change.Clear("old", account.id()));
    }

    @Test
    void twoWhoSwapAddressesSwapAccounts() {
        var a = account("a@x.example");
        var b = account("b@x.example");

        var decision =
                World.of(
                                List.of(
                                        autoMapped(technician("one", "b@x.example"), a),
                                        autoMapped(technician("two", "a@x.example"), b)),
                                a,
                                b)
                        .run(RunScope.TEAMS);

        assertThat(decision.review().conflicts()).isEmpty();
        assertThat(decision.changes())
                .containsExactly(
                        new Change.Assign("one", b.id(), "b@x.example"),
                        new Change.Assign("two", a.id(), "a@x.example"));
    }

    @Test
    void anInactiveTechnicianIsNotMatchedAndKeepsTheMapping() {
        var account = account("anna@x.example");
        var anna = inactive(autoMapped(technician("anna", "anna@x.example"), account));

        assertThat(World.of(List.of(anna), account).run(RunScope.FULL))
                .isEqualTo(new Decision(Review.EMPTY, List.of(), Map.of()));
        assertThat(
                        World.of(List.of(anna, technician("ann2", "anna@x.example")), account)
                                .run(RunScope.FULL)
                                .review()
                                .matched())
                .extracting(Matched::technicianId)
                .containsExactly("ann2");
    }

    @Test
    void aNewSignInNameIsTakenOver() {
        var before = autoMapped(technician("anna", "anna@x.example"), account("anna@x.example"));
        var renamed = withMail(account("anna@x.example"), "anna@x.example");
        var now =
                new org.teamsavailability.graph.directory.Account(
                        renamed.id(),
                        "anna.new@x.example",
                        renamed.mail(),
                        null,
                        true,
                        false,
                        List.of(),
                        List.of());

        assertThat(World.of(List.of(before), now).run(RunScope.TEAMS).changes())
                .containsExactly(new Change.Assign("anna", now.id(), "anna.new@x.example"));
    }

    @Test
    void whoIsNewOrGotAnotherAddressWhileItRanIsLeftAlone() {
        var account = account("anna@x.example");
        var before = autoMapped(technician("anna", "anna@x.example"), account);
        var seen = new SeenAccounts(List.of(before));
        seen.see(List.of(account));
        var now = autoMapped(technician("anna", "moved@x.example"), account);

        var decision =
                Matching.decide(List.of(now, technician("new", "new@x.example")), seen, true);

        assertThat(decision).isEqualTo(new Decision(Review.EMPTY, List.of(), Map.of()));
    }

    @Test
    void accountsWithoutNamesAreAMissingPermission() {
        var world = World.of(List.of(), nameless("a"));

        assertThatThrownBy(() -> world.run(RunScope.FULL))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        it ->
                                assertThat(it.failure())
                                        .isEqualTo(
                                                new GraphFailure.PermissionMissing(
                                                        200, null, GraphPermission.USER_READ_ALL)));
    }

    @Test
    void suggestsWhoIsFreeByAliasNoteAndNameInThisOrder() {
        var anna = named(technician("anna", "anna@x.example"), "Anna Hill");
        var byName = known(account("n@x.example"), " anna HILL", List.of(), List.of());
        var byNote = known(account("o@x.example"), "", List.of(), List.of("ANNA@x.example"));
        var byAlias =
                known(
                        guest(account("p@x.example")),
                        "Anna Hill",
                        List.of("Anna@x.example"),
                        List.of());
        var taken = known(account("ben@x.example"), "Anna Hill", List.of(), List.of());
        var left = disabled(known(account("l@x.example"), "Anna Hill", List.of(), List.of()));

        var decision =
                World.of(
                                List.of(anna, technician("ben", "ben@x.example")),
                                byName,
                                byNote,
                                byAlias,
                                taken,
                                left)
                        .run(RunScope.FULL);

        assertThat(decision.suggestions()).containsOnlyKeys("anna");
        assertThat(decision.suggestions().get("anna"))
                .containsExactly(
                        new Suggestion(
                                byAlias.id(), "p@x.example", MatchKey.ALIAS, Set.of(Flag.GUEST)),
                        new Suggestion(byNote.id(), "o@x.example", MatchKey.OTHER_MAIL, Set.of()),
                        new Suggestion(
                                byName.id(), "n@x.example", MatchKey.DISPLAY_NAME, Set.of()));
        assertThat(decision.changes()).hasSize(1);
    }

    @Test
    void nothingOfAPersonIsInAString() {
        var account = known(account("secret@x.example"), "secret", List.of(), List.of());
        var anna = named(autoMapped(technician("anna", "secret@x.example"), account), "secret");
        var ben = named(technician("ben", "secret2@x.example"), "secret");

        var decision = World.of(List.of(anna, ben), account).run(RunScope.FULL);
        var other = World.of(List.of(ben), account).run(RunScope.FULL);

        assertThat(decision + " " + other + anna + anna.mapping()).doesNotContain("secret");
        assertThat(id("a")).isEqualTo(id("a"));
    }
}
