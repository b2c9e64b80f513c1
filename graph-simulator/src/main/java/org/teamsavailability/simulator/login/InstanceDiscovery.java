package org.teamsavailability.simulator.login;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/** {@code GET /common/discovery/instance}, which MSAL asks which names one cloud's login has. */
public final class InstanceDiscovery implements Endpoint {
    private static final List<List<String>> CLOUDS =
            List.of(
                    List.of("login.microsoftonline.com", "login.windows.net", "sts.windows.net"),
                    List.of("login.microsoftonline.us", "login.usgovcloudapi.net"),
                    List.of("login.partner.microsoftonline.cn", "login.chinacloudapi.cn"));

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        return exchange.matches("GET", "*", "discovery", "instance")
                ? new RecognizedCall(null, Call.KEYS, null, List.of(), () -> answer(exchange))
                : null;
    }

    private static Reply answer(Exchange exchange) {
        String authorization =
                Objects.requireNonNullElse(exchange.parameter("authorization_endpoint"), "");
        String host = Hosts.of(authorization);
        String own = Hosts.of(exchange.origin());
        if (!host.equals(own) && CLOUDS.stream().noneMatch(cloud -> cloud.contains(host))) {
            return Reply.json(400, Map.of("error", "invalid_instance"));
        }
        var body =
                Map.of(
                        "tenant_discovery_endpoint",
                        authorization.replace(
                                "/oauth2/v2.0/authorize", "/v2.0/.well-known/openid-configuration"),
                        "api-version",
                        "1.1",
                        "metadata",
                        CLOUDS.stream().map(InstanceDiscovery::metadata).toList());
        return Reply.json(200, body);
    }

    private static Map<String, Object> metadata(List<String> aliases) {
        return Map.of(
                "preferred_network", aliases.getFirst(),
                "preferred_cache", aliases.getFirst(),
                "aliases", aliases);
    }
}
