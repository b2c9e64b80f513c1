package org.teamsavailability.mapping.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.signin.SignInRefusedException;
import org.teamsavailability.graph.signin.SignedIn;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** Finds out who came back from the sign-in, and whether they may connect their tenant. */
public final class AdministratorCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorCheck.class);
    private static final int LONGEST_CODE = 8_192;

    private final ConsentRequests requests;
    private final DeskTransactions transactions;
    private final AdminSignIn microsoft;
    private final TenantNames names;
    private final FlowAddresses addresses;
    private final boolean required;

    /**
     * @param required whether the role of an administrator is asked for
     */
    public AdministratorCheck(
            ConsentRequests requests,
            DeskTransactions transactions,
            AdminSignIn microsoft,
            TenantNames names,
            FlowAddresses addresses,
            boolean required) {
        this.requests = requests;
        this.transactions = transactions;
        this.microsoft = microsoft;
        this.names = names;
        this.addresses = addresses;
        this.required = required;
        if (!required) {
            LOG.warn(
                    "Every member of a tenant that consented may connect it: teams-availability"
                            + ".consent.require-administrator is off");
        }
    }

    /**
     * What the last page asks about.
     *
     * @param organization null where it cannot be read yet
     * @param replaced the other tenant that is connected now; null where there is none
     * @param state for the form and for the browser's cookie
     */
    public record Question(
            String serviceDeskId,
            UUID microsoftTenantId,
            @Nullable Organization organization,
            @Nullable UUID replaced,
            FlowState state) {}

    /**
     * Goes on from the redirect of the sign-in page, once.
     *
     * @param cookie what this browser was given when it was sent there
     * @throws FlowRefusedException where one of it does not hold
     */
    public Question signedIn(@Nullable String state, @Nullable String cookie, @Nullable String code)
            throws InterruptedException {
        var presented = FlowState.of(state);
        if (presented == null) {
            throw FlowRefusal.STATE_UNKNOWN.exception();
        }
        if (!presented.isSameAs(cookie)) {
            throw FlowRefusal.OTHER_BROWSER.exception();
        }
        var request = requests.useUp(presented, FlowStep.SIGN_IN);
        if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            throw FlowRefusal.NOT_SIGNED_IN.exception();
        }
        var person = redeemed(request, code);
        if (required) {
            requireAdministrator(person);
        }
        return question(request, person);
    }

    private SignedIn redeemed(ConsentRequest request, String code) throws InterruptedException {
        SignedIn person;
        try {
            person =
                    microsoft.redeem(
                            request.cloud(),
                            request.tenant().id(),
                            addresses.signIn(),
                            code,
                            String.valueOf(request.codeVerifier()),
                            String.valueOf(request.nonce()));
        } catch (SignInRefusedException refused) {
            LOG.atInfo()
                    .setMessage("A sign-in was refused")
                    .addKeyValue("serviceDeskId", request.serviceDeskId())
                    .addKeyValue("why", refused.getMessage())
                    .log();
            throw FlowRefusal.NOT_SIGNED_IN.exception();
        } catch (GraphException e) {
            LOG.atWarn()
                    .setMessage("A sign-in could not be redeemed")
                    .addKeyValue("failure", e.failure())
                    .log();
            throw FlowRefusal.MICROSOFT_UNREACHABLE.exception();
        }
        if (!person.tenantId().equals(request.tenant().id())) {
            throw FlowRefusal.NOT_SIGNED_IN.exception();
        }
        return person;
    }

    private static void requireAdministrator(SignedIn person) {
        if (!person.rolesKnown()) {
            throw FlowRefusal.ROLES_UNKNOWN.exception();
        }
        if (!person.mayConsent()) {
            throw FlowRefusal.NOT_ADMINISTRATOR.exception();
        }
    }

    private Question question(ConsentRequest request, SignedIn person) throws InterruptedException {
        var tenant = request.tenant();
        var organization = names.of(tenant);
        return transactions.in(
                request.serviceDeskId(),
                transaction -> {
                    var now = ConnectionRows.find(transaction);
                    var connected = now == null ? null : now.microsoftTenantId();
                    var state =
                            requests.open(transaction, request.confirm(person.objectId())).state();
                    return new Question(
                            request.serviceDeskId(),
                            tenant.id(),
                            organization,
                            tenant.id().equals(connected) ? null : connected,
                            state);
                });
    }
}
