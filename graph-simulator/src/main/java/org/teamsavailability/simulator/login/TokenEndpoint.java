package org.teamsavailability.simulator.login;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Form;
import org.teamsavailability.simulator.exchange.Ids;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/** {@code POST /{tenant}/oauth2/v2.0/token} with the client credentials grant. */
public final class TokenEndpoint implements Endpoint {
    private static final String DEFAULT = "/.default";

    private final Tenants tenants;
    private final Tokens tokens;
    private final Supplier<Conditions> conditions;

    public TokenEndpoint(Tenants tenants, Tokens tokens, Supplier<Conditions> conditions) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.conditions = conditions;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (!exchange.matches("POST", "*", "oauth2", "v2.0", "token")) {
            return null;
        }
        UUID id = Ids.guid(exchange.segments().getFirst());
        return new RecognizedCall(id, Call.TOKEN, null, List.of(), () -> answer(exchange, id));
    }

    private Reply answer(Exchange exchange, @Nullable UUID id) {
        Tenant tenant = tenants.find(id);
        if (tenant == null) {
            return LoginErrors.of(Aadsts.of(90002), exchange);
        }
        Map<String, String> form = Form.read(exchange.body());
        int refusal = refusal(tenant, form, exchange.arrived());
        if (refusal != 0) {
            return LoginErrors.of(Aadsts.of(refusal), exchange);
        }
        String audience = audience(form.getOrDefault("scope", ""));
        if (audience == null) {
            return LoginErrors.of(Aadsts.of(1002012), exchange);
        }
        if (!GraphHosts.isGraph(audience, exchange.origin())) {
            return LoginErrors.of(Aadsts.of(500011), exchange);
        }
        return Reply.json(200, grant(exchange, tenant, form, audience));
    }

    private static int refusal(Tenant tenant, Map<String, String> form, Instant now) {
        if (form.getOrDefault("client_id", "").isBlank() || !form.containsKey("scope")) {
            return 900144;
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return 70003;
        }
        int consent = tenant.consent().aadsts();
        return consent != 0 ? consent : ClientProof.refusal(tenant.credentials(), form, now);
    }

    private TokenBody grant(
            Exchange exchange, Tenant tenant, Map<String, String> form, String audience) {
        var lifetime = conditions.get().tokenLifetime();
        var claims =
                new TokenClaims(
                        tenant.id(),
                        form.getOrDefault("client_id", ""),
                        audience,
                        tenant.permissions(),
                        exchange.arrived().plus(lifetime));
        String token =
                tokens.issue(claims, exchange.arrived(), form.containsKey("client_assertion"));
        return new TokenBody("Bearer", lifetime.toSeconds(), lifetime.toSeconds(), token);
    }

    /** The resource of the one scope that ends in {@code /.default}; null without one. */
    private static @Nullable String audience(String scope) {
        return Arrays.stream(scope.split(" ", -1))
                .filter(part -> part.endsWith(DEFAULT))
                .map(part -> part.substring(0, part.length() - DEFAULT.length()))
                .filter(part -> !Hosts.of(part).isEmpty())
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unused") // written as JSON, in Microsoft's spelling
    private record TokenBody(
            String token_type, long expires_in, long ext_expires_in, String access_token) {}
}
