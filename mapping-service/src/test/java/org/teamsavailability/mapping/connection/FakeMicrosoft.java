package org.teamsavailability.mapping.connection;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.signin.SignInRefusedException;
import org.teamsavailability.graph.signin.SignedIn;
import org.teamsavailability.mapping.connection.consent.FlowState;

/** Microsoft, as tests arrange it. A tenant that nobody arranged has not consented. */
public final class FakeMicrosoft
        implements AdminSignIn, TenantDirectory, GrantedPermissions, ScheduleReads {

    private final Map<UUID, Object> tokens = new ConcurrentHashMap<>();
    private final Map<UUID, Runnable> events = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> asked = new ConcurrentHashMap<>();
    private final Map<UUID, Organization> organizations = new ConcurrentHashMap<>();
    private final Map<UUID, Object> teams = new ConcurrentHashMap<>();
    private final Map<UUID, GraphFailure> refusals = new ConcurrentHashMap<>();
    private final Map<UUID, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final Map<UUID, Object> schedules = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> schedulesRead = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> listed = new ConcurrentHashMap<>();
    private final Map<String, SignedIn> people = new ConcurrentHashMap<>();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();

    /** Tokens of this tenant hold these permissions from now on. */
    public void issues(UUID tenant, GraphPermission... permissions) {
        tokens.put(tenant, Set.of(permissions));
    }

    public void issuesAll(UUID tenant) {
        tokens.put(tenant, EnumSet.allOf(GraphPermission.class));
    }

    /** Asking for a token fails from now on. */
    public void fails(UUID tenant, GraphFailure failure) {
        tokens.put(tenant, failure);
    }

    public static GraphFailure noConsent() {
        return new GraphFailure.ConsentMissing(400, null, 65001);
    }

    /** How often a token of this tenant was asked for. */
    public int asked(UUID tenant) {
        return asked.getOrDefault(tenant, 0);
    }

    public void names(UUID tenant, Organization organization) {
        organizations.put(tenant, organization);
    }

    public void hasTeams(UUID tenant, List<Team> all) {
        teams.put(tenant, all);
    }

    public void refusesTeams(UUID tenant, GraphFailure failure) {
        teams.put(tenant, failure);
    }

    /** Reads of members and accounts fail from now on. */
    public void refusesAccounts(UUID tenant, GraphFailure failure) {
        refusals.put(tenant, failure);
    }

    private void failIfRefused(MicrosoftTenant tenant) {
        var refusal = refusals.get(tenant.id());
        if (refusal != null) {
            throw new GraphException(refusal);
        }
    }

    /** The Team has a schedule, which is provisioned or not, or reading it fails. */
    public void hasSchedule(UUID team, Object provisionedOrFailure) {
        schedules.put(team, provisionedOrFailure);
    }

    /** How often schedules of this tenant were read. */
    public int schedulesRead(UUID tenant) {
        return schedulesRead.getOrDefault(tenant, 0);
    }

    @Override
    public CompletionStage<Boolean> provisioned(MicrosoftTenant tenant, UUID team) {
        schedulesRead.merge(tenant.id(), 1, Integer::sum);
        return switch (schedules.getOrDefault(team, new GraphFailure.NotProvisioned(404, "r"))) {
            case GraphFailure failure ->
                    CompletableFuture.failedFuture(new GraphException(failure));
            case Boolean provisioned -> CompletableFuture.completedFuture(provisioned);
            default -> throw new IllegalStateException();
        };
    }

    /** Lists of Teams of this tenant do not come until the latch is down. */
    public void listsTeamsAfter(UUID tenant, CountDownLatch latch) {
        latches.put(tenant, latch);
    }

    public int listed(UUID tenant) {
        return listed.getOrDefault(tenant, 0);
    }

    /** This code stands for this person. */
    public void signsIn(String code, SignedIn person) {
        people.put(code, person);
    }

    @Override
    public CompletionStage<Set<GraphPermission>> inUse(MicrosoftTenant tenant) {
        return ofNewToken(tenant);
    }

    /** This happens while the next token of this tenant is asked for. */
    public void meanwhile(UUID tenant, Runnable event) {
        events.put(tenant, event);
    }

    @SuppressWarnings("unchecked")
    @Override
    public CompletionStage<Set<GraphPermission>> ofNewToken(MicrosoftTenant tenant) {
        asked.merge(tenant.id(), 1, Integer::sum);
        var event = events.remove(tenant.id());
        if (event != null) {
            event.run();
        }
        return switch (tokens.getOrDefault(tenant.id(), noConsent())) {
            case GraphFailure failure ->
                    CompletableFuture.failedFuture(new GraphException(failure));
            case Set<?> permissions ->
                    CompletableFuture.completedFuture((Set<GraphPermission>) permissions);
            default -> throw new IllegalStateException();
        };
    }

    @Override
    public URI consentPage(MicrosoftCloud cloud, URI redirectUri, String state) {
        return URI.create(
                cloud.loginUrl()
                        + "/organizations/v2.0/adminconsent?redirect_uri="
                        + redirectUri
                        + "&state="
                        + state);
    }

    @Override
    public URI signInPage(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String state,
            String nonce,
            String codeChallenge,
            boolean chooseAccount) {
        challenges.put(nonce, codeChallenge);
        return URI.create(
                cloud.loginUrl()
                        + "/"
                        + tenantId
                        + "/oauth2/v2.0/authorize?"
                        + (chooseAccount ? "prompt=select_account&" : "")
                        + "redirect_uri="
                        + redirectUri
                        + "&state="
                        + state);
    }

    @Override
    public SignedIn redeem(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String code,
            String codeVerifier,
            String nonce) {
        var person = people.remove(code);
        if (person == null
                || !FlowState.challenge(codeVerifier).equals(challenges.remove(nonce))
                || !redirectUri.getPath().equals("/teams-availability/sign-in")) {
            throw new SignInRefusedException("The code is not of this sign-in");
        }
        return person;
    }

    @SuppressWarnings("unchecked")
    @Override
    public void teams(MicrosoftTenant tenant, Consumer<List<Team>> page)
            throws InterruptedException {
        listed.merge(tenant.id(), 1, Integer::sum);
        var latch = latches.get(tenant.id());
        if (latch != null) {
            latch.await();
        }
        switch (teams.getOrDefault(tenant.id(), List.of())) {
            case GraphFailure failure -> throw new GraphException(failure);
            case List<?> all -> {
                page.accept(List.of());
                page.accept((List<Team>) all);
            }
            default -> throw new IllegalStateException();
        }
    }

    @Override
    public void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page) {
        failIfRefused(tenant);
        page.accept(List.of());
    }

    @Override
    public Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName) {
        failIfRefused(tenant);
        return Optional.empty();
    }

    @Override
    public List<Account> search(MicrosoftTenant tenant, String text) {
        failIfRefused(tenant);
        return List.of();
    }

    @Override
    public Organization organization(MicrosoftTenant tenant) {
        var organization = organizations.get(tenant.id());
        if (organization == null) {
            throw new GraphException(noConsent());
        }
        return organization;
    }
}
