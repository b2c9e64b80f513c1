package org.teamsavailability.simulator;

import static org.teamsavailability.simulator.Fixtures.TENANT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A simulator for each test, and a client of it that holds a token of the tenant. */
@Tag("slow")
abstract class RunningSimulator {

    protected final GraphSimulator simulator;
    protected final Client client;
    protected String token = "";

    RunningSimulator(GraphSimulator simulator) {
        this.simulator = simulator;
        this.client = new Client(simulator);
    }

    @BeforeEach
    void login() throws Exception {
        token = client.token(TENANT);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }
}
