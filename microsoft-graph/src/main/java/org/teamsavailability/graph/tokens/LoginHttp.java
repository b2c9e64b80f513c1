package org.teamsavailability.graph.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.http.BrokenCall;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.telemetry.TokenMeters;

/**
 * Sends MSAL4J's token calls to the configured login service. Whatever is not a token becomes a
 * {@link GraphException} here, since MSAL4J keeps neither the status of a 5xx nor the body.
 */
final class LoginHttp implements IHttpClient {

    private final String loginUrl;
    private final OkHttpClient client;
    private final Clock clock;
    private final ClosedLogins closed;
    private final TokenMeters meters;

    LoginHttp(URI loginUrl, SharedHttp http, Clock clock) {
        this.loginUrl = loginUrl.toString();
        this.client = http.client(new OkHttpClient.Builder());
        this.clock = clock;
        this.closed = new ClosedLogins(clock);
        this.meters = new TokenMeters(http.meters());
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        var path = request.url().getFile();
        closed.check(path);
        try {
            return token(request);
        } catch (GraphException e) {
            closed.failed(path, e);
            meters.failed(e.failure());
            throw e;
        }
    }

    private IHttpResponse token(HttpRequest request) {
        try (var response = client.newCall(outgoing(request)).execute()) {
            var answer = TokenAnswer.of(response);
            answer.require("access_token", clock);
            var forwarded = new HttpResponse().statusCode(answer.head().status());
            forwarded.addHeaders(response.headers().toMultimap());
            return forwarded.body(answer.body());
        } catch (IOException e) {
            throw new GraphException(BrokenCall.failure(e));
        }
    }

    /** MSAL4J only posts: without instance discovery it has nothing to get. */
    private Request outgoing(HttpRequest request) {
        var outgoing = new Request.Builder().url(loginUrl + request.url().getFile());
        request.headers().forEach(outgoing::header);
        return outgoing.post(RequestBody.create(request.body().getBytes(UTF_8))).build();
    }
}
