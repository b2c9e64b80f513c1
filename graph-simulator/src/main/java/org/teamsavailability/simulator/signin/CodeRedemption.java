package org.teamsavailability.simulator.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Form;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.ClientProof;
import org.teamsavailability.simulator.login.LoginErrors;

/** {@code POST /{tenant}/oauth2/v2.0/token} with the code of a sign-in. */
public final class CodeRedemption implements Endpoint {
    private final People people;
    private final Codes codes;
    private final IdTokens idTokens;

    public CodeRedemption(Tenants tenants, Codes codes, Keys keys) {
        people = new People(tenants);
        this.codes = codes;
        idTokens = new IdTokens(keys);
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (!exchange.matches("POST", "*", "oauth2", "v2.0", "token")) {
            return null;
        }
        Map<String, String> form = Form.read(exchange.body());
        if (!"authorization_code".equals(form.get("grant_type"))) {
            return null;
        }
        UUID tenant = Ids.guid(exchange.segments().getFirst());
        return new RecognizedCall(
                tenant,
                Call.SIGN_IN,
                null,
                List.of(),
                new IdTokenAnswer(flaw -> answer(exchange, form, flaw)));
    }

    private Reply answer(Exchange exchange, Map<String, String> form, @Nullable TokenDefect flaw) {
        String segment = exchange.segments().getFirst();
        if (people.tenants(segment).isEmpty()) {
            return LoginErrors.of(Aadsts.of(90002), exchange);
        }
        String text = form.getOrDefault("code", "");
        Code code = codes.find(text);
        if (code == null) {
            return LoginErrors.of(Aadsts.of(codes.isUsedUp(text) ? 54005 : 9002313), exchange);
        }
        Person person = people.find(segment, code.tenant() + "/" + code.account());
        int stranger = person == null ? 700005 : stranger(person, code, form, exchange.arrived());
        if (person == null || stranger != 0) {
            return LoginErrors.of(Aadsts.of(stranger), exchange);
        }
        if (codes.redeem(text) == null) {
            return LoginErrors.of(Aadsts.of(54005), exchange);
        }
        int refusal = refusal(code, form, exchange.arrived());
        return refusal != 0
                ? LoginErrors.of(Aadsts.of(refusal), exchange)
                : Reply.json(200, tokens(exchange, person, code, flaw));
    }

    /**
     * The number of the error where it is not the application that asks; its code stays good. 0
     * where it is.
     */
    private static int stranger(Person person, Code code, Map<String, String> form, Instant now) {
        return code.application().equals(form.get("client_id"))
                ? ClientProof.refusal(person.tenant().credentials(), form, now)
                : 9002313;
    }

    /** The number of the error, which the code is used up by; 0 where nothing is wrong. */
    private static int refusal(Code code, Map<String, String> form, Instant now) {
        if (!now.isBefore(code.expires())) {
            return 70008;
        }
        if (!code.redirectUri().equals(form.get("redirect_uri"))) {
            return 500112;
        }
        return code.isVerifiedBy(form.get("code_verifier")) ? 0 : 501481;
    }

    private Tokens tokens(Exchange exchange, Person person, Code code, @Nullable TokenDefect flaw) {
        String idToken = idTokens.issue(person, code, exchange.origin(), exchange.arrived(), flaw);
        // Graph takes no token of a person here, so this one is good for nothing
        return new Tokens(
                "Bearer", code.scope(), 3599, 3599, "opaque-" + UUID.randomUUID(), idToken);
    }

    @SuppressWarnings("unused") // written as JSON, in Microsoft's spelling
    private record Tokens(
            String token_type,
            String scope,
            long expires_in,
            long ext_expires_in,
            String access_token,
            String id_token) {
        @Override
        public String toString() {
            return "Tokens[" + token_type + "]";
        }
    }
}
