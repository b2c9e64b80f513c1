package org.teamsavailability.localstack.server;

import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;

/** Both services as processes of this machine, not yet started. */
record Services(Workspace workspace, Installation home, Endpoints endpoints, Probes probes) {

    Server enricher(int management, Map<String, String> environment) {
        return new Server(
                workspace,
                Enricher.launch(workspace, home, endpoints, management, environment, probes));
    }

    Server mappingService(
            int api,
            int management,
            Map<String, String> environment,
            Map<String, String> ofDatabase) {
        var all = new HashMap<>(environment);
        all.putAll(ofDatabase);
        return new Server(
                workspace, MappingService.launch(home, endpoints, api, management, all, probes));
    }
}
