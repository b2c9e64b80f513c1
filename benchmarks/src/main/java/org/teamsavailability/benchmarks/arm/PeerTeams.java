package org.teamsavailability.benchmarks.arm;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a peer asks Teams: blocking, on the thread of its request. */
interface PeerTeams {

    /**
     * The availability by account.
     *
     * @throws IOException if Graph does not answer as documented
     */
    Map<String, String> presences(String tenant, List<String> accounts)
            throws IOException, InterruptedException;

    /**
     * Who of a team has a shift around now.
     *
     * @throws IOException if Graph does not answer as documented
     */
    Set<String> onShift(String tenant, String team) throws IOException, InterruptedException;
}
