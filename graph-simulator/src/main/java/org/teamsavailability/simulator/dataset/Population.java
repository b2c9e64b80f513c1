package org.teamsavailability.simulator.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Teams and people by the number, always the same ones for a tenant. Person 1 is {@code
 * person00001} at the tenant's domain, which is also the mail address; the people are dealt out to
 * the teams in turn, so that each is in one of them.
 *
 * @param teams how many
 * @param members how many people
 */
public record Population(int teams, int members) {
    /** The most of either. */
    public static final int MOST = 100_000;

    public Population {
        if (teams < 0 || teams > MOST || members < 0 || members > MOST) {
            throw new IllegalArgumentException(
                    teams + " teams and " + members + " members, 0 to " + MOST + " allowed");
        }
    }

    /** The id of a generated person, counted from 1. */
    public static UUID person(UUID tenant, int number) {
        return id(tenant, "person", number);
    }

    /** The id of a generated team, counted from 1. */
    public static UUID team(UUID tenant, int number) {
        return id(tenant, "team", number);
    }

    /** The tenant with these added. */
    Tenant addedTo(Tenant tenant) {
        List<Account> people = new ArrayList<>(members);
        for (int number = 1; number <= members; number++) {
            String address =
                    String.format(Locale.ROOT, "person%05d", number)
                            + "@"
                            + tenant.organization().domain();
            people.add(
                    Account.of(person(tenant.id(), number), "Available", "Available")
                            .withProfile(Profile.of(address, address, "Person " + number)));
        }
        List<Team> all = new ArrayList<>(teams);
        for (int number = 1; number <= teams; number++) {
            all.add(
                    Team.of(team(tenant.id(), number))
                            .withDisplayName("Team " + number)
                            .withMembers(membersOf(tenant.id(), number)));
        }
        return tenant.withAccounts(people).withTeams(all);
    }

    private List<UUID> membersOf(UUID tenant, int team) {
        List<UUID> ids = new ArrayList<>();
        for (int number = team; number <= members; number += teams) {
            ids.add(person(tenant, number));
        }
        return ids;
    }

    private static UUID id(UUID tenant, String kind, int number) {
        return UUID.nameUUIDFromBytes((tenant + "/" + kind + "/" + number).getBytes(UTF_8));
    }
}
