package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;

/** Hands one answer over, whole or as a fault wants it. */
final class ReplyWriter {
    private static final Duration LOOK_FOR_CLIENT = Duration.ofMillis(250);

    private final Exchange exchange;
    private final Response response;
    private final Callback callback;
    private final IntConsumer ended;
    private boolean over;

    /**
     * @param ended told once, with the status that is sent or 0 for none, before the client can
     *     have read the end of the answer
     */
    ReplyWriter(Exchange exchange, Response response, Callback callback, IntConsumer ended) {
        this.exchange = exchange;
        this.response = response;
        this.callback = callback;
        this.ended = ended;
    }

    void deliver(PlannedReply planned) throws IOException, InterruptedException {
        Fault fault = planned.fault();
        Reply reply = planned.reply();
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
            case Effect.Bare _ -> bare(reply);
            case Effect.None _,
                    Effect.Status _,
                    Effect.Throttle _,
                    Effect.ClaimsChallenge _,
                    Effect.LoginError _,
                    Effect.IdToken _,
                    Effect.Malformed _,
                    Effect.WrongTypes _,
                    Effect.Huge _,
                    Effect.Header _,
                    Effect.NextLink _ ->
                    whole(reply);
        }
    }

    void whole(Reply reply) {
        byte[] body = head(reply);
        end(reply.status());
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private void bare(Reply reply) {
        byte[] body = head(reply);
        response.getHeaders().remove("request-id");
        end(reply.status());
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Ends the connection without an answer, or in the middle of one. */
    void abort() {
        end(0);
        endPoint().close();
        callback.failed(new QuietException.Exception("ended on purpose"));
    }

    private void truncated(Reply reply) throws IOException {
        byte[] body = head(reply);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length + 1L);
        end(reply.status());
        Content.Sink.write(response, false, ByteBuffer.wrap(body, 0, body.length / 2));
        abort();
    }

    private void trickled(Reply reply, Duration perByte) throws IOException, InterruptedException {
        byte[] body = head(reply);
        for (int i = 0; i < body.length; i++) {
            if (i == body.length - 1) {
                end(reply.status());
            }
            Content.Sink.write(response, false, ByteBuffer.wrap(body, i, 1));
            Thread.sleep(perByte);
        }
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }

    private void reset() throws IOException {
        if (endPoint().getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        abort();
    }

    private void end(int status) {
        if (!over) {
            over = true;
            ended.accept(status);
        }
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

    private byte[] head(Reply reply) {
        byte[] body = reply.body().getBytes(UTF_8);
        response.setStatus(reply.status());
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
