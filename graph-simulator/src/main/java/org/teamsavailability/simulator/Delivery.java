package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;

/** Hands one answer over, whole or as a fault wants it. */
final class Delivery {
    private static final Duration LOOK_FOR_CLIENT = Duration.ofMillis(250);

    private final Exchange exchange;
    private final Response response;
    private final Callback callback;
    private int status;

    Delivery(Exchange exchange, Response response, Callback callback) {
        this.exchange = exchange;
        this.response = response;
        this.callback = callback;
    }

    /** The status that was sent; 0 before, and where none was. */
    int status() {
        return status;
    }

    void deliver(Course course) throws IOException, InterruptedException {
        Fault fault = course.fault();
        Reply reply = course.reply();
        if (fault == null) {
            whole(reply);
            return;
        }
        switch (fault.effect()) {
            case Effect.Hang _ -> {
                if (hang(fault)) {
                    whole(reply);
                }
            }
            case Effect.Truncate _ -> truncated(reply);
            case Effect.Trickle(Duration perByte) -> trickled(reply, perByte);
            case Effect.Reset _ -> reset();
            case Effect.None _,
                    Effect.Status _,
                    Effect.Throttle _,
                    Effect.ClaimsChallenge _,
                    Effect.LoginError _,
                    Effect.Malformed _,
                    Effect.WrongTypes _,
                    Effect.Huge _,
                    Effect.NextLink _ ->
                    whole(reply);
        }
    }

    void whole(Reply reply) {
        byte[] body = head(reply);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private void truncated(Reply reply) throws IOException {
        byte[] body = head(reply);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length + 1L);
        int half = body.length / 2;
        Content.Sink.write(response, false, ByteBuffer.wrap(Arrays.copyOf(body, half)));
        abort();
    }

    private void trickled(Reply reply, Duration perByte) throws IOException, InterruptedException {
        byte[] body = head(reply);
        for (int i = 0; i < body.length; i++) {
            Content.Sink.write(response, false, ByteBuffer.wrap(body, i, 1));
            Thread.sleep(perByte);
        }
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    private void reset() throws IOException {
        if (endPoint().getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        abort();
    }

    /** Waits until the fault is cleared; false where the client went before. */
    private boolean hang(Fault fault) throws IOException, InterruptedException {
        while (!fault.awaitCleared(LOOK_FOR_CLIENT)) {
            if (!endPoint().isOpen() || clientGone()) {
                abort();
                return false;
            }
        }
        return true;
    }

    /** Nobody else reads the connection now; a client that sends more has given up waiting, too. */
    private boolean clientGone() throws IOException {
        return endPoint().fill(BufferUtil.allocate(1)) != 0;
    }

    private void abort() {
        callback.failed(new EOFException("ended on purpose"));
    }

    private byte[] head(Reply reply) {
        byte[] body = reply.body().getBytes(UTF_8);
        status = reply.status();
        response.setStatus(status);
        var headers = response.getHeaders();
        headers.put("request-id", exchange.requestId());
        String clientRequestId = exchange.clientRequestId();
        if (clientRequestId != null) {
            headers.put("client-request-id", clientRequestId);
        }
        reply.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }

    private EndPoint endPoint() {
        return response.getRequest().getConnectionMetaData().getConnection().getEndPoint();
    }
}
