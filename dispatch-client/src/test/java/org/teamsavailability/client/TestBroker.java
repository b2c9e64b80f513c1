package org.teamsavailability.client;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;

/** A broker with the two topics of dispatch workflows. */
final class TestBroker implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final int port;
    private final Server server;

    TestBroker() {
        var ports = Ports.anyFree();
        port = ports.any();
        server = new Server(workspace, Broker.launch(workspace, port, ports.any(), probes));
        server.start();
    }

    Server server() {
        return server;
    }

    Admin admin() {
        return Admin.create(connection());
    }

    Map<String, Object> connection() {
        return Map.of("bootstrap.servers", "localhost:" + port);
    }

    /** What a program gives to the client. */
    Map<String, Object> clientConfiguration() {
        return Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "value.serializer",
                PlainRecords.RequestSerializer.class.getName(),
                "value.deserializer",
                PlainRecords.AnswerDeserializer.class);
    }

    /** Creates both topics with this prefix, and returns when they can be used. */
    void createTopics(String prefix) {
        try (var admin = admin()) {
            var names =
                    List.of(
                            Topics.DISPATCH_REQUESTED.nameIn(prefix),
                            Topics.CANDIDATE_AVAILABILITY.nameIn(prefix));
            var created =
                    admin.createTopics(
                            names.stream()
                                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                                    .toList());
            get(created.all());
            org.awaitility.Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> get(admin.describeTopics(names).allTopicNames()).size() == 2);
        }
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        probes.close();
        workspace.close();
    }
}
