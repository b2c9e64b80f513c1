package org.teamsavailability.systemtests.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authorization server: gives tokens to clients that say their secret (OAuth 2.0, section 4.4 of
 * RFC 6749) and publishes the key that they are signed with (RFC 7517).
 */
public final class TokenServer implements AutoCloseable {

    public static final String AUDIENCE = "kafka";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY_ID = "first";
    private static final int LIFE_SECONDS = 300;

    private final HttpsServer server;
    private final Map<String, String> clients;
    private final KeyPair key;

    private TokenServer(HttpsServer server, Map<String, String> clients, KeyPair key) {
        this.server = server;
        this.clients = clients;
        this.key = key;
    }

    /**
     * Starts it on a free port.
     *
     * @param clients their ids and secrets; an id is the token's subject
     */
    public static TokenServer start(SSLContext tls, Map<String, String> clients) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var http = HttpsServer.create(address, 0);
            http.setHttpsConfigurator(new HttpsConfigurator(tls));
            var server = new TokenServer(http, clients, generator.generateKeyPair());
            http.createContext("/token", server::giveToken);
            http.createContext("/keys", server::showKeys);
            http.start();
            return server;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key for tokens", e);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the authorization server", e);
        }
    }

    public String issuer() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    public String tokenEndpoint() {
        return issuer() + "/token";
    }

    public String keys() {
        return issuer() + "/keys";
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var client = client(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!form.contains("grant_type=client_credentials")) {
            answer(exchange, 400, Map.of("error", "unsupported_grant_type"));
        } else if (client.isEmpty()) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
        } else {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            token(client),
                            "token_type",
                            "Bearer",
                            "expires_in",
                            LIFE_SECONDS));
        }
    }

    /** Who says their own secret; empty where nobody does. */
    private String client(String authorization) {
        var said =
                new String(Base64.getDecoder().decode(authorization.replace("Basic ", "")), UTF_8);
        return clients.entrySet().stream()
                .filter(it -> said.equals(it.getKey() + ":" + it.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private String token(String client) {
        long now = Instant.now().getEpochSecond();
        var content =
                part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID))
                        + "."
                        + part(
                                Map.of(
                                        "iss",
                                        issuer(),
                                        "aud",
                                        AUDIENCE,
                                        "sub",
                                        client,
                                        "iat",
                                        now,
                                        "exp",
                                        now + LIFE_SECONDS));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No token can be signed", e);
        }
    }

    private void showKeys(HttpExchange exchange) throws IOException {
        var rsa = (RSAPublicKey) key.getPublic();
        answer(
                exchange,
                200,
                Map.of(
                        "keys",
                        List.of(
                                Map.of(
                                        "kty",
                                        "RSA",
                                        "use",
                                        "sig",
                                        "alg",
                                        "RS256",
                                        "kid",
                                        KEY_ID,
                                        "n",
                                        number(rsa.getModulus()),
                                        "e",
                                        number(rsa.getPublicExponent())))));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> content)
            throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String part(Map<String, ?> content) {
        return encode(JSON.writeValueAsBytes(content));
    }

    /** Without the byte of the sign. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
