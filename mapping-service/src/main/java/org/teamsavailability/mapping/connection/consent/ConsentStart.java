package org.teamsavailability.mapping.connection.consent;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.schemas.Guids;

/**
 * The way to Microsoft's consent page and on to the sign-in. The redirect of the consent page is an
 * unauthenticated GET, so the tenant it names proves nothing: it only says whose sign-in is next.
 */
public final class ConsentStart {

    private final ConsentRequests requests;
    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final AdminSignIn microsoft;
    private final FlowAddresses addresses;
    private final SecureRandom random;

    public ConsentStart(
            ConsentRequests requests,
            DeskTransactions transactions,
            ConnectionStore connections,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            SecureRandom random) {
        this.requests = requests;
        this.transactions = transactions;
        this.connections = connections;
        this.microsoft = microsoft;
        this.addresses = addresses;
        this.random = random;
    }

    /**
     * Microsoft's consent page for one desk.
     *
     * @param expiresAt until when its redirect is taken
     */
    public record ConsentPage(URI url, Instant expiresAt) {}

    /**
     * Microsoft's sign-in page for one browser.
     *
     * @param state to be set as the browser's cookie
     */
    public record SignInPage(URI url, FlowState state) {}

    /**
     * Opens a flow, in the cloud of the desk's connection.
     *
     * @param actor who asks, as the audit names them
     */
    public ConsentPage open(String serviceDeskId, String actor) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    var connection = connections.find(transaction);
                    var cloud = connection == null ? MicrosoftCloud.GLOBAL : connection.cloud();
                    var opened =
                            requests.open(
                                    transaction, ConsentRequest.first(serviceDeskId, cloud, actor));
                    var url =
                            microsoft.consentPage(
                                    cloud, addresses.consent(), opened.state().reveal());
                    return new ConsentPage(url, opened.expiresAt());
                });
    }

    /**
     * Continues from the redirect of the consent page, once.
     *
     * @param adminConsent {@code True} where there was a consent
     * @param tenant whose sign-in is next
     * @throws ConsentFailedException where one of it does not hold; what can be done again has a
     *     link
     */
    public SignInPage consented(
            @Nullable String state, @Nullable String adminConsent, @Nullable String tenant) {
        if (!"true".equalsIgnoreCase(adminConsent)) {
            throw notConsented(state, "");
        }
        UUID id;
        try {
            id = tenantId(tenant);
        } catch (ConsentFailedException refused) {
            throw refused.with(consentAgain(state));
        }
        var next = signIn(requests.useUp(FlowState.of(state), FlowStep.CONSENT), id);
        var opened = requests.open(next).state();
        return new SignInPage(page(next, opened, false), opened);
    }

    /** Microsoft sent the browser back without a consent; its consent page stays open. */
    public ConsentFailedException notConsented(@Nullable String state, String note) {
        return ConsentError.NOT_CONSENTED.exception(note).with(consentAgain(state));
    }

    private @Nullable Retry consentAgain(@Nullable String presented) {
        var state = FlowState.of(presented);
        var request = requests.find(state, FlowStep.CONSENT);
        if (state == null || request == null) {
            return null;
        }
        var page = microsoft.consentPage(request.cloud(), addresses.consent(), state.reveal());
        return new Retry("Open consent page", page, null);
    }

    /**
     * The sign-in page again, where the account can be chosen, for as long as the first one.
     *
     * @param used the state of a sign-in that was used up
     * @return null where the flow was ended meanwhile
     */
    @Nullable Retry signInAgain(FlowState used, ConsentRequest request) {
        var next = signIn(request, request.tenant().id());
        var opened = requests.openAgain(used, next);
        return opened == null
                ? null
                : new Retry("Sign in again", page(next, opened.state(), true), opened.state());
    }

    private ConsentRequest signIn(ConsentRequest request, UUID tenant) {
        return request.signIn(tenant, FlowState.randomText(random), FlowState.randomText(random));
    }

    private URI page(ConsentRequest signIn, FlowState state, boolean chooseAccount) {
        return microsoft.signInPage(
                signIn.cloud(),
                signIn.tenant().id(),
                addresses.signIn(),
                state.reveal(),
                String.valueOf(signIn.nonce()),
                FlowState.challenge(String.valueOf(signIn.codeVerifier())),
                chooseAccount);
    }

    private static UUID tenantId(@Nullable String tenant) {
        if (tenant == null || !Guids.isGuid(tenant)) {
            throw ConsentError.NO_TENANT.exception();
        }
        var id = UUID.fromString(tenant);
        if (id.equals(AdminSignIn.CONSUMERS)) {
            throw ConsentError.PERSONAL_ACCOUNTS.exception();
        }
        return id;
    }
}
