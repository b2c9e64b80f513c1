package org.teamsavailability.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection whose client takes its time. */
public final class SlowClient implements AutoCloseable {

    private static final int LOOK_MILLIS = 20;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean isClosed;

    public SlowClient(int port) {
        this(port, "127.0.0.1");
    }

    /**
     * @param from the address of this end, one of 127.0.0.0/8
     */
    public SlowClient(int port, String from) {
        try {
            socket =
                    new Socket(
                            InetAddress.ofLiteral("127.0.0.1"),
                            port,
                            InetAddress.ofLiteral(from),
                            0);
            socket.setSoTimeout(LOOK_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends this; where the server has closed the connection already, nobody gets it. */
    public SlowClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (IOException _) {
            isClosed = true;
        }
        return this;
    }

    /** Sends this again and again, until the server closes the connection. */
    public SlowClient dripUntilClosed(String text) {
        await().pollInterval(Duration.ofMillis(5L * LOOK_MILLIS))
                .until(() -> {
                    send(text);
                    return isClosed();
                });
        return this;
    }

    /** Whether the server has closed the connection. */
    public boolean isClosed() {
        try {
            for (int next = read(); next >= 0; next = read()) {
                received.write(next);
            }
            isClosed = true;
        } catch (SocketTimeoutException _) {
            // it has more to say, or to hear
        } catch (IOException _) {
            isClosed = true;
        }
        return isClosed;
    }

    private int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** What the server has sent. */
    public String received() {
        return received.toString(ISO_8859_1);
    }

    /** Ends it without a farewell: the server's next write fails. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
