package org.teamsavailability.simulator.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.LoginErrors;

/**
 * {@code GET /{tenant}/v2.0/.well-known/openid-configuration} and {@code GET
 * /{tenant}/discovery/v2.0/keys}. Where the path leaves the tenant open, the issuer does, too:
 * {@code {tenantid}}.
 */
public final class OidcDocuments implements Endpoint {
    private final People people;
    private final Keys keys;

    public OidcDocuments(Tenants tenants, Keys keys) {
        people = new People(tenants);
        this.keys = keys;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        if (exchange.matches("GET", "*", "v2.0", ".well-known", "openid-configuration")) {
            return recognized(exchange, tenant -> configuration(exchange.origin(), tenant));
        }
        if (exchange.matches("GET", "*", "discovery", "v2.0", "keys")) {
            return recognized(exchange, tenant -> published(exchange.origin(), tenant));
        }
        return null;
    }

    private RecognizedCall recognized(
            Exchange exchange, Function<String, Map<String, Object>> document) {
        String segment = exchange.segments().getFirst();
        boolean open = People.isOpen(segment);
        List<Tenant> found = people.tenants(segment);
        UUID tenant = open || found.isEmpty() ? null : found.getFirst().id();
        return new RecognizedCall(
                tenant,
                Call.KEYS,
                null,
                List.of(),
                () -> {
                    if (tenant == null && !open) {
                        return LoginErrors.of(Aadsts.of(90002), exchange);
                    }
                    return Reply.json(
                            200, document.apply(tenant == null ? segment : tenant.toString()));
                });
    }

    private static Map<String, Object> configuration(String origin, String tenant) {
        String base = origin + "/" + tenant;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", base + "/oauth2/v2.0/token");
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        document.put("jwks_uri", base + "/discovery/v2.0/keys");
        document.put("response_modes_supported", List.of("query"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        document.put("issuer", issuer(origin, tenant));
        document.put("request_uri_parameter_supported", false);
        document.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        document.put("end_session_endpoint", base + "/oauth2/v2.0/logout");
        document.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "nonce",
                        "preferred_username",
                        "name",
                        "tid",
                        "ver"));
        document.put("tenant_region_scope", "EU");
        document.put("cloud_instance_name", "microsoftonline.com");
        document.put("msgraph_host", "graph.microsoft.com");
        return document;
    }

    private Map<String, Object> published(String origin, String tenant) {
        return Map.of(
                "keys",
                keys.published().stream().map(k -> k.published(issuer(origin, tenant))).toList());
    }

    private static String issuer(String origin, String tenant) {
        return IdTokens.issuer(origin, People.isOpen(tenant) ? "{tenantid}" : tenant);
    }
}
