package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;
import static org.teamsavailability.simulator.PersonOnTheirWay.redemption;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.databind.JsonNode;

/** Gets id tokens as a sign-in does, and checks them as their reader does. */
final class IdTokens {

    private final GraphSimulator simulator;
    private final Client client;
    private final PersonOnTheirWay person;

    IdTokens(GraphSimulator simulator, Client client) {
        this.simulator = simulator;
        this.client = client;
        this.person = new PersonOnTheirWay(simulator, client);
    }

    String of(String name) throws Exception {
        Map<String, String> query = PersonOnTheirWay.signIn();
        query.put("as", name);
        String code =
                back(person.get("/" + TENANT + "/oauth2/v2.0/authorize", query))
                        .getOrDefault("code", "");
        var response = person.post("/" + TENANT + "/oauth2/v2.0/token", redemption(code));
        return json(response).path("id_token").asString();
    }

    JsonNode configuration(String tenant) throws Exception {
        return get(simulator.loginUrl() + "/" + tenant + "/v2.0/.well-known/openid-configuration");
    }

    boolean isGenuine(String token) throws Exception {
        String id = part(token, 0).path("kid").asString();
        JsonNode keys = get(configuration("" + TENANT).path("jwks_uri").asString()).path("keys");
        JsonNode key =
                keys.valueStream()
                        .filter(k -> k.path("kid").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        var numbers = new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(numbers));
        int end = token.lastIndexOf('.');
        signature.update(token.substring(0, end).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    /**
     * @param which 0 is the header, 1 are the claims
     */
    static JsonNode part(String token, int which) {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[which]));
    }

    private JsonNode get(String url) throws Exception {
        return json(client.send(HttpRequest.newBuilder(URI.create(url))));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asString()));
    }
}
