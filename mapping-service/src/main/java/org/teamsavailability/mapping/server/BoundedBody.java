package org.teamsavailability.mapping.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.web.Problem;

/**
 * The body of a request: at most so many bytes, and the last of them in time. It holds for whatever
 * reads the body, Tomcat's own reading of forms included, because it stands below the servlet API.
 * A {@link Problem} says which of the two was not kept.
 */
final class BoundedBody implements InputBuffer {

    private final Request request;
    private final InputBuffer body;
    private final BodySizes sizes;
    private final Duration within;

    private @Nullable OpenConnection connection;
    private long deadline;
    private long left;
    private boolean isLate;

    BoundedBody(Request request, BodySizes sizes, Duration within) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.sizes = sizes;
        this.within = within;
    }

    /** The connection whose requests come from now on. */
    void on(OpenConnection next) {
        connection = next;
    }

    private OpenConnection connection() {
        return requireNonNull(connection);
    }

    /** The headers of a request are complete. */
    void begin() {
        long now = System.nanoTime();
        deadline = now + within.toNanos();
        left = sizes.of(request.getContentType());
        isLate = false;
        connection().serve(now);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = read(handler);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw BodySizes.tooLarge(sizes.of(request.getContentType()));
        }
        return read;
    }

    private int read(ApplicationBufferHandler handler) throws IOException {
        connection().awaitBody(deadline);
        try {
            return body.doRead(handler);
        } catch (IOException e) {
            isLate = System.nanoTime() - deadline >= 0;
            if (isLate) {
                throw late();
            }
            throw e;
        } finally {
            connection().resume();
        }
    }

    @Override
    public int available() {
        return body.available();
    }

    /**
     * The response has been sent. What is left of the body is read and dropped, so that the client
     * sees the response before the connection is closed; whatever comes too late is not read.
     */
    void end() {
        if (!is(ActionCode.IS_ERROR) && !is(ActionCode.REQUEST_BODY_FULLY_READ) && !isDrained()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
        connection().rest(System.nanoTime());
    }

    private boolean is(ActionCode question) {
        var answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    /** A client that asked whether to send its body was told not to. */
    private boolean isDrained() {
        if (isLate || request.hasExpectation()) {
            return false;
        }
        var sink = new Sink();
        try {
            int read = 0;
            while (read >= 0) {
                read = read(sink);
            }
            return true;
        } catch (IOException | Problem _) {
            return false;
        }
    }

    private Problem late() {
        return new Problem(
                HttpStatus.REQUEST_TIMEOUT,
                "request-timeout",
                "The body did not come in time",
                "The body was not complete %d s after the headers. Send it faster, or less of it."
                        .formatted(within.toSeconds()));
    }

    /**
     * Takes bytes that nobody wants. Tomcat shortens the buffer where the next request has come
     * with them, so it gets back the one it gave.
     */
    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer next) {
            bytes = next;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
