package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okhttp3.Response;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RetryTime;
import org.teamsavailability.graph.http.BrokenCall;
import org.teamsavailability.graph.http.ReplyHead;
import org.teamsavailability.graph.inspection.RawAnswer;

/**
 * Requests and their answers within one read, with one new token where the one it has is why Graph
 * refuses. Graph's failures are told apart here and nowhere else: the SDK's request adapter sends,
 * and hands over the response unchanged, because its own error handling loses the status of an HTML
 * page. Owned by the read's thread.
 */
final class Exchange {

    private static final String REQUEST_ID = "request-id";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final GraphServiceClient graph;
    private final Workload workload;
    private final CallToken token;
    private final ReplyWatch watch;
    private final Body body;
    private final Clock clock;

    Exchange(
            GraphServiceClient graph,
            Workload workload,
            CallToken token,
            ReplyWatch watch,
            Body body,
            Clock clock) {
        this.graph = graph;
        this.workload = workload;
        this.token = token;
        this.watch = watch;
        this.body = body;
        this.clock = clock;
    }

    <T> T read(GraphRequest request, BodyReader<T> reader) throws InterruptedException {
        var response = send(request.with(graph));
        if (token.isReplaceable() && isForItsToken(response) && mayBeRepeated(response)) {
            response.close();
            token.replace();
            response = send(request.with(graph));
        }
        try (var answer = response) {
            watch.saw(answer);
            return interpret(answer, reader);
        }
    }

    /** Sends a request once, and hands over what came, whatever it is. */
    RawAnswer inspect(GraphRequest request) {
        var askedAt = clock.instant();
        try (var response = send(request.with(graph))) {
            watch.saw(response);
            var content = response.body();
            var text = content == null ? "" : body.text(content.byteStream());
            var headers = new HashMap<String, String>();
            response.headers()
                    .forEach(header ->
                            headers.putIfAbsent(
                                    header.getFirst().toLowerCase(Locale.ROOT),
                                    header.getSecond()));
            return new RawAnswer(response.code(), headers, text, askedAt, clock.instant());
        } catch (IOException broken) {
            throw new GraphException(BrokenCall.failure(broken));
        }
    }

    /**
     * Whether a new token can make it go: one keeps for an hour the permissions it was got with.
     */
    private boolean isForItsToken(Response refused) {
        return switch (refused.code()) {
            case UNAUTHORIZED -> true;
            case FORBIDDEN -> token.mayLack(workload.permission());
            default -> false;
        };
    }

    private boolean mayBeRepeated(Response refused) {
        return ReplyHead.of(refused, REQUEST_ID).notBefore(clock) == null;
    }

    private <T> T interpret(Response response, BodyReader<T> reader) {
        var head = ReplyHead.of(response, REQUEST_ID);
        if (!response.isSuccessful()) {
            throw failed(head);
        }
        var content = response.body();
        if (content == null) {
            throw new GraphException(head.malformed());
        }
        return body.read(content.byteStream(), head, reader);
    }

    private GraphException failed(ReplyHead head) {
        var failure = workload.failure(head, clock);
        var notBefore =
                failure instanceof GraphFailure.Throttled throttled
                        ? throttled.notBefore()
                        : head.notBefore(clock);
        return new GraphException(
                failure, notBefore == null ? null : new RetryTime(notBefore, false));
    }

    private Response send(RequestInformation request) {
        var answer = new NativeResponseHandler();
        request.setResponseHandler(answer);
        request.addRequestOptions(List.of(token));
        request.headers.add("client-request-id", UUID.randomUUID().toString());
        try {
            graph.getRequestAdapter().sendPrimitive(request, null, InputStream.class);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof IOException broken
                    ? new GraphException(BrokenCall.failure(broken))
                    : e;
        }
        if (answer.getValue() instanceof Response response) {
            return response;
        }
        throw new IllegalStateException("The Graph SDK handed over no response");
    }
}
