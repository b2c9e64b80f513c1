package org.teamsavailability.mapping.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.teamsavailability.mapping.settings.LimitSettings;

class OpenConnectionsTest {

    private static final String OTHER = "127.0.0.2";

    private final OpenConnections connections = connections(Map.of());
    private final List<SocketChannel> sockets = new ArrayList<>();
    private ServerSocketChannel server;

    private static OpenConnections connections(Map<String, String> settings) {
        var all = new java.util.HashMap<>(settings);
        all.putIfAbsent("teams-availability.limits.connections", "10");
        all.putIfAbsent("teams-availability.limits.connections-per-address", "2");
        var limits =
                new Binder(new MapConfigurationPropertySource(all))
                        .bindOrCreate("teams-availability.limits", LimitSettings.class);
        return new OpenConnections(limits, new TrustedProxies(limits.trustedProxies()));
    }

    @BeforeEach
    void listen() throws IOException {
        server =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        server.close();
    }

    /** The server's end of a new connection. */
    private SocketChannel accepted(String from) throws IOException {
        var client =
                SocketChannel.open().bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        client.connect(server.getLocalAddress());
        var accepted = server.accept();
        sockets.addAll(List.of(client, accepted));
        return accepted;
    }

    @Test
    void endTheOneOfTheAddressThatHasWaitedLongest() throws IOException {
        var other = accepted(OTHER);
        var first = accepted("127.0.0.1");
        var second = accepted("127.0.0.1");
        var third = accepted("127.0.0.1");

        assertThat(connections.admit(other)).isTrue();
        assertThat(connections.admit(first)).isTrue();
        assertThat(connections.admit(second)).isTrue();
        connections.of(first).serve(System.nanoTime());
        connections.of(first).rest(System.nanoTime());
        assertThat(connections.admit(third)).isTrue();

        assertThat(hasEnded(second)).isTrue();
        assertThat(hasEnded(first) || hasEnded(other) || hasEnded(third)).isFalse();
    }

    @Test
    void refuseAnAddressWhoseConnectionsAreAllServed() throws IOException {
        for (int i = 0; i < 2; i++) {
            var served = accepted("127.0.0.1");
            assertThat(connections.admit(served)).isTrue();
            connections.of(served).serve(System.nanoTime());
        }

        assertThat(connections.admit(accepted("127.0.0.1"))).isFalse();
        assertThat(connections.admit(accepted(OTHER))).isTrue();
    }

    @Test
    void countNoneThatHasClosed() throws IOException {
        for (int i = 0; i < 5; i++) {
            var gone = accepted("127.0.0.1");
            assertThat(connections.admit(gone)).isTrue();
            connections.of(gone).serve(System.nanoTime());
            gone.close();
        }

        assertThat(connections.admit(accepted("127.0.0.1"))).isTrue();
    }

    @Test
    void endAConnectionOfAnybodyWhereTheServerIsFull() throws IOException {
        var first = accepted("127.0.1.0");
        assertThat(connections.admit(first)).isTrue();
        for (int i = 1; i < 10; i++) {
            assertThat(connections.admit(accepted("127.0.1." + i))).isTrue();
        }
        assertThat(hasEnded(first)).isFalse();

        assertThat(connections.admit(accepted("127.0.1.11"))).isTrue();

        assertThat(hasEnded(first)).isTrue();
    }

    @Test
    void letAProxyHaveAsManyAsThereAre() throws IOException {
        var proxied =
                connections(Map.of("teams-availability.limits.trusted-proxies", "127.0.0.0/24"));
        var first = accepted("127.0.0.1");
        assertThat(proxied.admit(first)).isTrue();
        for (int i = 1; i < 10; i++) {
            assertThat(proxied.admit(accepted("127.0.0.1"))).isTrue();
        }

        assertThat(hasEnded(first)).isFalse();
        assertThat(proxied.admit(accepted("127.0.0.1"))).isTrue();
        assertThat(hasEnded(first)).isTrue();
    }

    @Test
    void endWhatIsOverdueAndNothingElse() throws IOException {
        var owing = accepted("127.0.0.1");
        var served = accepted("127.0.0.1");
        assertThat(connections.admit(owing)).isTrue();
        assertThat(connections.admit(served)).isTrue();
        connections.of(served).serve(System.nanoTime());
        connections.of(owing).rest(System.nanoTime());
        connections.endOverdue();
        assertThat(hasEnded(owing)).isFalse();

        connections.of(owing).expectBy(System.nanoTime() - 1);
        connections.endOverdue();

        assertThat(hasEnded(owing)).isTrue();
        assertThat(hasEnded(served)).isFalse();
    }

    /** A reader sees the end. */
    private static boolean hasEnded(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        return socket.read(java.nio.ByteBuffer.allocate(1)) < 0;
    }

    /** The thread that serves it may go on at any moment, also while it is being ended. */
    @RepeatedTest(20)
    void letAConnectionAnswerWhoseBodyIsOverdue() throws Exception {
        var socket = accepted("127.0.0.1");
        var connection = new OpenConnection(socket, "", System.nanoTime());
        long past = System.nanoTime();
        var reader =
                Thread.startVirtualThread(() -> {
                    while (!connection.hasEnded()) {
                        connection.awaitBody(past);
                        connection.resume();
                    }
                });

        await().pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    connection.endIfOverdue(System.nanoTime());
                    return connection.hasEnded();
                });

        assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
        assertThat(socket.socket().isInputShutdown()).isTrue();
        assertThat(socket.socket().isOutputShutdown()).isFalse();
    }
}
