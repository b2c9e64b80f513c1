package org.teamsavailability.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesTheNextPortWhereTheUsualOneIsTakenOnOneAddressOnly() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.usual().forServer(taken.getLocalPort()))
                    .isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void givesNoPortTwice() {
        var ports = Ports.usual();
        int usual = ports.any();

        assertThat(ports.forServer(usual)).isGreaterThan(usual);
        assertThat(ports.forServer(usual)).isNotEqualTo(ports.forServer(usual));
    }

    @Test
    void leavesAPortToTheStackThatHasReservedIt() {
        int port = Ports.anyFree().any();

        assertThat(PortLock.tryLock(port)).isFalse();
        PortLock.release(port);
        assertThat(PortLock.tryLock(port)).isTrue();
    }

    @Test
    void reservesNoPortThatIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports.usual().forServer(taken.getLocalPort());

            assertThat(PortLock.tryLock(taken.getLocalPort())).isTrue();
        }
    }

    @Test
    void leavesTheUsualPortsAloneWhereAnyWillDo() {
        int usual = Ports.usual().any();

        assertThat(Ports.anyFree().forServer(usual)).isNotEqualTo(usual);
    }
}
