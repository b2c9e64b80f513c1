package org.teamsavailability.graph.signin;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.tokens.TokenAnswer;

/** The login service of one cloud, over HTTP: what cannot be reached is a GraphException. */
final class LoginService {

    private final String loginUrl;
    private final OkHttpClient client;

    LoginService(URI loginUrl, SharedHttp http) {
        this.loginUrl = loginUrl.toString();
        this.client = http.client(new OkHttpClient.Builder());
    }

    /** Where this tenant has that. */
    String address(UUID tenant, String path) {
        return "%s/%s/%s".formatted(loginUrl, tenant, path);
    }

    TokenAnswer post(String address, RequestBody form) {
        return answer(new Request.Builder().url(address).post(form).build());
    }

    /** A document that anybody may read. */
    String get(String address) {
        var answer = answer(new Request.Builder().url(address).build());
        if (answer.head().status() != 200) {
            throw new GraphException(answer.head().unreachable());
        }
        return answer.body();
    }

    private TokenAnswer answer(Request request) {
        try (var response = client.newCall(request).execute()) {
            return TokenAnswer.of(response);
        } catch (IOException _) {
            throw new GraphException(new Unreachable(null, null));
        }
    }
}
