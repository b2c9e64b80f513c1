package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The browser and the application of somebody who signs in or consents. */
record PersonOnTheirWay(GraphSimulator simulator, Client client) {
    static final String APPLICATION = "0a0a0a0a-0000-4000-8000-00000000000a";
    static final String BACK = "http://localhost:8080/back";
    static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-0123456789";

    static Map<String, String> signIn() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", APPLICATION);
        query.put("response_type", "code");
        query.put("redirect_uri", BACK);
        query.put("response_mode", "query");
        query.put("scope", "openid profile");
        query.put("state", "s t&a=te");
        query.put("nonce", "n-1");
        query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        query.put("code_challenge_method", "S256");
        return query;
    }

    static Map<String, String> consent() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", APPLICATION);
        query.put("scope", "https://graph.microsoft.com/.default");
        query.put("redirect_uri", BACK);
        query.put("state", "12345");
        return query;
    }

    static Map<String, String> redemption(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", APPLICATION);
        form.put("client_secret", "secret");
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", BACK);
        form.put("code_verifier", VERIFIER);
        form.put("code", code);
        return form;
    }

    HttpResponse<String> get(String path, Map<String, String> query) throws Exception {
        return client.send(
                HttpRequest.newBuilder(
                        URI.create(simulator.loginUrl() + path + "?" + encode(query))));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(simulator.loginUrl() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    /** The query of the redirect back to the application. */
    static Map<String, String> back(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK + "?");
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : location.substring(BACK.length() + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return query;
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
