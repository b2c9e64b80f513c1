package org.teamsavailability.mapping.connection.consent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.signin.SignInRefusedException;
import org.teamsavailability.graph.signin.SignedIn;

/** Finds out who came back from the sign-in, and whether they may connect their tenant. */
public final class AdministratorSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorSignIn.class);
    private static final int LONGEST_CODE = 8_192;

    private final ConsentRequests requests;
    private final ConsentStart flow;
    private final AdminSignIn microsoft;
    private final FlowAddresses addresses;
    private final boolean required;

    /**
     * @param required whether the role of an administrator is asked for
     */
    public AdministratorSignIn(
            ConsentRequests requests,
            ConsentStart flow,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            boolean required) {
        this.requests = requests;
        this.flow = flow;
        this.microsoft = microsoft;
        this.addresses = addresses;
        this.required = required;
        if (!required) {
            LOG.warn(
                    "Every member of a tenant that consented may connect it: teams-availability"
                            + ".consent.require-administrator is off");
        }
    }

    /**
     * Continues from the redirect of the sign-in page, once.
     *
     * @param cookie what this browser was given when it was sent there
     * @return the state of the question whether to connect, to be set as the browser's cookie
     * @throws ConsentFailedException where one of it does not hold; a sign-in that failed has a
     *     link to another one
     */
    public FlowState signedIn(
            @Nullable String state, @Nullable String cookie, @Nullable String code)
            throws InterruptedException {
        var presented = presented(state, cookie);
        var request = requests.useUp(presented, FlowStep.SIGN_IN);
        try {
            var person = redeemed(request, code);
            if (required) {
                requireAdministrator(person);
            }
            return requests.open(request.confirm(person.objectId())).state();
        } catch (ConsentFailedException refused) {
            throw refused.with(flow.signInAgain(presented, request));
        }
    }

    /**
     * Microsoft sent the browser back without a code.
     *
     * @return why the flow ends
     */
    public ConsentFailedException notSignedIn(
            @Nullable String state, @Nullable String cookie, String note) {
        var refused = ConsentError.NOT_SIGNED_IN.exception(note);
        var presented = FlowState.of(state);
        if (presented == null
                || !presented.isSameAs(cookie)
                || requests.find(presented, FlowStep.SIGN_IN) == null) {
            return refused;
        }
        var request = requests.useUp(presented, FlowStep.SIGN_IN);
        return refused.with(flow.signInAgain(presented, request));
    }

    private static FlowState presented(@Nullable String state, @Nullable String cookie) {
        var presented = FlowState.of(state);
        if (presented == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        if (!presented.isSameAs(cookie)) {
            throw ConsentError.OTHER_BROWSER.exception();
        }
        return presented;
    }

    private SignedIn redeemed(ConsentRequest request, @Nullable String code)
            throws InterruptedException {
        if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            throw ConsentError.NOT_SIGNED_IN.exception();
        }
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
            throw ConsentError.NOT_SIGNED_IN.exception();
        } catch (GraphException e) {
            LOG.atWarn()
                    .setMessage("A sign-in could not be redeemed")
                    .addKeyValue("failure", e.failure())
                    .log();
            throw ConsentError.MICROSOFT_UNREACHABLE.exception();
        }
        if (!person.tenantId().equals(request.tenant().id())) {
            throw ConsentError.NOT_SIGNED_IN.exception();
        }
        return person;
    }

    private static void requireAdministrator(SignedIn person) {
        if (!person.rolesKnown()) {
            throw ConsentError.ROLES_UNKNOWN.exception();
        }
        if (!person.mayConsent()) {
            throw ConsentError.NOT_ADMINISTRATOR.exception();
        }
    }
}
