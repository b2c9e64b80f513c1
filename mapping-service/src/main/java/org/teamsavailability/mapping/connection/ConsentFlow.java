package org.teamsavailability.mapping.connection;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * The way to Microsoft's consent page and on to the sign-in. The redirect of the consent page is an
 * unauthenticated GET, so the tenant it names proves nothing: it only says whose sign-in is next.
 */
public final class ConsentFlow {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ConsentRequests requests;
    private final DeskTransactions transactions;
    private final AdminSignIn microsoft;
    private final FlowAddresses addresses;
    private final SecureRandom random;

    public ConsentFlow(
            ConsentRequests requests,
            DeskTransactions transactions,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            SecureRandom random) {
        this.requests = requests;
        this.transactions = transactions;
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
                    var connection = ConnectionRows.find(transaction);
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
     * Goes on from the redirect of the consent page, once.
     *
     * @param adminConsent {@code True} where there was a consent
     * @param tenant whose sign-in is next
     * @throws FlowRefusedException where one of it does not hold
     */
    public SignInPage consented(
            @Nullable String state, @Nullable String adminConsent, @Nullable String tenant) {
        var request = requests.useUp(FlowState.of(state), FlowStep.CONSENT);
        if (!"true".equalsIgnoreCase(adminConsent)) {
            throw FlowRefusal.NOT_CONSENTED.exception();
        }
        return signIn(request, tenantId(tenant));
    }

    private SignInPage signIn(ConsentRequest request, UUID tenant) {
        var nonce = FlowState.randomText(random);
        var verifier = FlowState.randomText(random);
        var state = requests.open(request.signIn(tenant, nonce, verifier)).state();
        return new SignInPage(
                microsoft.signInPage(
                        request.cloud(),
                        tenant,
                        addresses.signIn(),
                        state.reveal(),
                        nonce,
                        FlowState.challenge(verifier)),
                state);
    }

    private static UUID tenantId(@Nullable String tenant) {
        if (tenant == null || !GUID.matcher(tenant).matches()) {
            throw FlowRefusal.NO_TENANT.exception();
        }
        var id = UUID.fromString(tenant);
        if (id.equals(AdminSignIn.CONSUMERS)) {
            throw FlowRefusal.PERSONAL_ACCOUNTS.exception();
        }
        return id;
    }
}
