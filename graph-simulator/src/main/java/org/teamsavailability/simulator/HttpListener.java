package org.teamsavailability.simulator;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: a few platform threads for the network, a virtual one for each request. */
final class HttpListener implements AutoCloseable {
    private static final int WAITING_CONNECTIONS = 4096;

    private final ExecutorService requests;
    private final Server server;
    private final ServerConnector connector;

    HttpListener(String host, int port, Handler handler) {
        requests =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("graph-simulator-", 0).factory());
        var network = new QueuedThreadPool(16, 4);
        network.setName("graph-simulator-network");
        network.setDaemon(true);
        network.setVirtualThreadsExecutor(requests);
        server = new Server(network);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        server.addConnector(connector);
        server.setHandler(handler);
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "cannot listen on "
                            + connector.getHost()
                            + ":"
                            + connector.getPort()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    String url() {
        return "http://" + connector.getHost() + ":" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the server", e);
        } finally {
            // ends the calls that wait, after the network that would hand them new ones
            requests.shutdownNow();
        }
    }
}
