package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;

/** What holds of every run, whatever the technicians and the accounts are. */
class MatchingLawsTest {

    private static final List<String> ADDRESSES =
            List.of("a@x.example", "b@x.example", "c@x.example", "d@x.example");

    @Property
    void whatWasMappedByHandNeverChanges(@ForAll("worlds") World world, @ForAll RunScope scope) {
        var after = world.after(world.run(scope));

        for (Technician technician : world.technicians()) {
            if (technician.isManual()) {
                var mapping = Objects.requireNonNull(technician.mapping());
                assertThat(Objects.requireNonNull(of(after, technician.id()).mapping()))
                        .extracting(
                                Mapping::origin,
                                Mapping::microsoftUserId,
                                Mapping::userPrincipalName)
                        .containsExactly(
                                MappingOrigin.MANUAL,
                                mapping.microsoftUserId(),
                                mapping.userPrincipalName());
            }
        }
    }

    @Property
    void aRunOverTeamsNeverClears(@ForAll("worlds") World world) {
        var decision = world.run(RunScope.TEAMS);
        var after = world.after(decision);

        assertThat(decision.review().cleared()).isEmpty();
        for (Technician technician : world.technicians()) {
            assertThat(of(after, technician.id()).mapping() == null)
                    .isEqualTo(technician.mapping() == null && !assigns(decision, technician));
        }
    }

    @Property
    void aFullRunLeavesOnlyMatchesToActiveTechnicians(@ForAll("worlds") World world) {
        var decision = world.run(RunScope.FULL);
        var after = world.after(decision);

        var mapped =
                after.technicians().stream()
                        .filter(it -> it.isMatchable() && it.mapping() != null)
                        .map(Technician::id);
        assertThat(mapped)
                .containsExactlyElementsOf(
                        decision.review().matched().stream()
                                .map(Review.Matched::technicianId)
                                .toList());
    }

    @Property
    void anIncompleteRunClearsNothingAndFindsNobodyGone(@ForAll("worlds") World world) {
        var decision = world.run(RunScope.FULL, false);

        assertThat(decision.review().cleared()).isEmpty();
        assertThat(decision.changes())
                .noneMatch(Change.Clear.class::isInstance)
                .noneMatch(it ->
                        it instanceof Change.Note(_, var state) && state == AccountState.GONE);
    }

    @Property
    void theOrderOfTechniciansAccountsAndPagesDoesNotMatter(
            @ForAll("worlds") World world, @ForAll RunScope scope, @ForAll Random random) {
        assertThat(shuffled(world, random).run(scope)).isEqualTo(world.run(scope));
    }

    @Property
    void aRunGivesNoAccountToTwo(@ForAll("worlds") World world, @ForAll RunScope scope) {
        var decision = world.run(scope);
        var after = world.after(decision);

        var owners = new HashMap<UUID, String>();
        for (Review.Matched match : decision.review().matched()) {
            assertThat(owners.put(match.accountId(), match.technicianId())).isNull();
        }
        for (Technician technician : after.technicians()) {
            var mapping = technician.mapping();
            if (mapping != null
                    && !technician.ignored()
                    && (technician.active() || technician.isManual())) {
                var owner = owners.get(mapping.microsoftUserId());
                assertThat(owner == null || owner.equals(technician.id())).isTrue();
            }
        }
    }

    @Property
    void everyActiveTechnicianIsInTheReview(@ForAll("worlds") World world, @ForAll RunScope scope) {
        var review = world.run(scope).review();

        var ids = new ArrayList<String>();
        review.matched().forEach(it -> ids.add(it.technicianId()));
        review.unmatched().forEach(it -> ids.add(it.technicianId()));
        review.conflicts().forEach(it -> ids.addAll(it.technicianIds()));
        ids.addAll(review.keptManual());
        ids.addAll(review.ignored());
        assertThat(ids)
                .containsAll(
                        world.technicians().stream()
                                .filter(Technician::active)
                                .map(Technician::id)
                                .toList());
    }

    @Property
    void runningTwiceIsRunningOnce(@ForAll("worlds") World world, @ForAll RunScope scope) {
        var first = world.run(scope);
        var second = world.after(first).run(scope);

        assertThat(second.changes()).isEmpty();
        assertThat(second.review().matched()).isEqualTo(first.review().matched());
        assertThat(second.review().unmatched()).isEqualTo(first.review().unmatched());
    }

    @Property
    void suggestionsAreForThoseWithoutAMatchAndNobodyElseHasThem(
            @ForAll("worlds") World world, @ForAll RunScope scope) {
        var decision = world.run(scope);
        var unmatched =
                decision.review().unmatched().stream().map(Review.Unmatched::technicianId).toList();
        var matched = decision.review().matched().stream().map(Review.Matched::accountId).toList();

        decision.suggestions()
                .forEach((technician, suggestions) -> {
                    assertThat(unmatched).contains(technician);
                    assertThat(suggestions)
                            .hasSizeBetween(1, 5)
                            .noneMatch(it -> matched.contains(it.accountId()));
                });
    }

    private static boolean assigns(Decision decision, Technician technician) {
        return decision.changes().stream()
                .anyMatch(it ->
                        it instanceof Change.Assign && it.technicianId().equals(technician.id()));
    }

    private static Technician of(World world, String id) {
        return world.technicians().stream()
                .filter(it -> it.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static World shuffled(World world, Random random) {
        var technicians = new ArrayList<>(world.technicians());
        Collections.shuffle(technicians, random);
        var accounts = new ArrayList<Account>();
        world.pages().forEach(accounts::addAll);
        Collections.shuffle(accounts, random);
        var pages = new ArrayList<List<Account>>();
        for (Account account : accounts) {
            pages.add(List.of(account));
            if (random.nextBoolean()) {
                pages.add(List.of(account));
            }
        }
        return new World(technicians, pages);
    }

    @Provide
    Arbitrary<World> worlds() {
        return accounts()
                .flatMap(accounts ->
                        technicians(accounts)
                                .map(them -> new World(them, List.of(accounts, accounts))));
    }

    private static Arbitrary<List<Account>> accounts() {
        return account()
                .list()
                .ofMaxSize(6)
                .map(list -> {
                    var all = new ArrayList<Account>();
                    for (int i = 0; i < list.size(); i++) {
                        all.add(numbered(list.get(i), i));
                    }
                    return all;
                });
    }

    private static Account numbered(Account it, int number) {
        return new Account(
                new UUID(0, number),
                it.userPrincipalName(),
                it.mail(),
                it.displayName(),
                it.enabled(),
                it.guest(),
                it.proxyAddresses(),
                it.otherMails());
    }

    private static Arbitrary<Account> account() {
        var address = Arbitraries.of(ADDRESSES);
        return Combinators.combine(
                        Arbitraries.of("a@x.example", "b@x.example", "c@x.example", "z@x.example"),
                        address.injectNull(0.5),
                        Arbitraries.of("Anna", "Ben", ""),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        address.list().ofMaxSize(1),
                        address.list().ofMaxSize(1))
                .as((upn, mail, name, enabled, guest, proxies, others) ->
                        new Account(
                                new UUID(0, 0), upn, mail, name, enabled, guest, proxies, others));
    }

    private static Arbitrary<List<Technician>> technicians(List<Account> accounts) {
        return technician(accounts)
                .list()
                .ofMaxSize(6)
                .map(list -> {
                    var all = new ArrayList<Technician>();
                    for (int i = 0; i < list.size(); i++) {
                        var it = list.get(i);
                        all.add(
                                new Technician(
                                        "t" + i,
                                        it.displayName(),
                                        it.email(),
                                        it.active(),
                                        it.ignored(),
                                        it.mapping()));
                    }
                    return all;
                });
    }

    private static Arbitrary<Technician> technician(List<Account> accounts) {
        return Combinators.combine(
                        Arbitraries.of(ADDRESSES).injectNull(0.1),
                        Arbitraries.of("Anna", "Ben", "Cid"),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false, false, false),
                        mapping(accounts))
                .as((email, name, active, ignored, mapping) ->
                        new Technician("", name, email, active, ignored, mapping));
    }

    private static Arbitrary<@Nullable Mapping> mapping(List<Account> accounts) {
        var ids = new ArrayList<UUID>(List.of(new UUID(0, 99)));
        accounts.forEach(it -> ids.add(it.id()));
        return Combinators.combine(
                        Arbitraries.of(
                                MappingOrigin.AUTO_MAPPED,
                                MappingOrigin.AUTO_MAPPED,
                                MappingOrigin.MANUAL),
                        Arbitraries.of(ids),
                        Arbitraries.of(ADDRESSES),
                        Arbitraries.of(AccountState.class))
                .as(People::mapping)
                .injectNull(0.4);
    }
}
