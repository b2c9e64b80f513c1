package org.teamsavailability.mapping.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.settings.LimitSettings;

/**
 * The connections of one server. A new connection always gets in while an older one waits for its
 * client: the one that has waited longest is closed for it. So somebody who holds many connections
 * open loses their own, and a client that sends a whole request is served. It is refused only where
 * all connections are being served.
 */
final class OpenConnections {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    /** Not of any network: no limit of an address holds for it. */
    private static final String PROXY = "";

    private final Map<SocketChannel, OpenConnection> open = new ConcurrentHashMap<>();
    private final TrustedProxies proxies;
    private final int most;
    private final int mostOfOne;
    private final long headersWithin;

    OpenConnections(LimitSettings limits, TrustedProxies proxies) {
        this.proxies = proxies;
        this.most = limits.connections();
        this.mostOfOne = limits.connectionsPerAddress();
        this.headersWithin = limits.headersWithin().toNanos();
    }

    /**
     * Takes a connection in; called by the one thread that accepts connections.
     *
     * @return false where it must be closed instead
     */
    boolean admit(SocketChannel socket) {
        var network = network(socket);
        if (network == null || !makeRoom(network)) {
            return false;
        }
        long now = System.nanoTime();
        var connection = new OpenConnection(socket, network, now);
        connection.expectBy(now + headersWithin);
        open.put(socket, connection);
        return true;
    }

    /** Null where the client has left already. */
    private @Nullable String network(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress it
                    ? network(it.getAddress())
                    : null;
        } catch (IOException _) {
            return null;
        }
    }

    private String network(InetAddress address) {
        return proxies.trusts(address) ? PROXY : ClientNetwork.of(address);
    }

    private boolean makeRoom(String network) {
        open.values().removeIf(OpenConnection::hasEnded);
        return makeRoom(network, mostOfOne) && makeRoom(null, most);
    }

    /**
     * @param network whose connections count; null for everybody's
     */
    private boolean makeRoom(@Nullable String network, int limit) {
        if (PROXY.equals(network)) {
            return true;
        }
        long now = System.nanoTime();
        int count = 0;
        OpenConnection longest = null;
        for (var connection : open.values()) {
            if (connection.hasEnded() || (network != null && !connection.isOf(network))) {
                continue;
            }
            count++;
            if (connection.canBeClosed(now)
                    && (longest == null || connection.since() - longest.since() < 0)) {
                longest = connection;
            }
        }
        if (count < limit) {
            return true;
        }
        LOG.atDebug()
                .setMessage("The limit of connections is reached")
                .addKeyValue("limit", limit)
                .addKeyValue("closesAnother", longest != null)
                .log();
        if (longest == null) {
            return false;
        }
        return longest.endForRoom(now) || makeRoom(network, limit);
    }

    /** The connection of this socket; one that nobody counts where it has ended. */
    OpenConnection of(SocketChannel socket) {
        var connection = open.get(socket);
        return connection == null
                ? new OpenConnection(socket, PROXY, System.nanoTime())
                : connection;
    }

    /** Closes what waits for a client that has not sent in time what it owes. */
    void endOverdue() {
        long now = System.nanoTime();
        open.values().removeIf(OpenConnection::hasEnded);
        open.values().forEach(it -> it.endIfOverdue(now));
    }
}
