package org.teamsavailability.mapping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies =
            new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # socket       | X-Forwarded-For                         | client
                    203.0.113.9    |                                         | 203.0.113.9
                    203.0.113.9    | 198.51.100.1                            | 203.0.113.9
                    10.1.2.3       |                                         | 10.1.2.3
                    10.1.2.3       | 203.0.113.9                             | 203.0.113.9
                    192.0.2.7      | 203.0.113.9                             | 203.0.113.9
                    192.0.2.8      | 203.0.113.9                             | 192.0.2.8
                    10.1.2.3       | 1.1.1.1, 203.0.113.9                    | 203.0.113.9
                    10.1.2.3       | 1.1.1.1, 203.0.113.9, 10.9.9.9          | 203.0.113.9
                    10.1.2.3       | 203.0.113.9 ; 10.9.9.9 , 192.0.2.7      | 203.0.113.9
                    10.1.2.3       | 10.4.4.4, 10.9.9.9                      | 10.4.4.4
                    10.1.2.3       | 203.0.113.9:51234                       | 203.0.113.9
                    10.1.2.3       | 2001:db8:2::1                           | 2001:db8:2:0:0:0:0:1
                    10.1.2.3       | [2001:db8:2::1]:443                     | 2001:db8:2:0:0:0:0:1
                    10.1.2.3       | 203.0.113.9, 2001:db8:1::5              | 203.0.113.9
                    2001:db8:1::5  | 2001:db8:2::1                           | 2001:db8:2:0:0:0:0:1
                    ::ffff:10.1.2.3| 203.0.113.9                             | 203.0.113.9
                    10.1.2.3       | 203.0.113.9, unknown                    | 10.1.2.3
                    10.1.2.3       | 203.0.113.9, localhost, 10.9.9.9        | 10.9.9.9
                    10.1.2.3       | 203.0.113.9, , ,                        | 203.0.113.9
                    10.1.2.3       | 203.0.113.9, 1.2.3.4.5                  | 10.1.2.3
                    10.1.2.3       | 203.0.113.9, _hidden:1                  | 10.1.2.3
                    """)
    void findTheClient(String socket, String forwardedFor, String client) {
        List<String> lines =
                forwardedFor == null ? List.of() : List.of(forwardedFor.split(";", -1));

        var found = proxies.client(InetAddress.ofLiteral(socket), lines);

        assertThat(found.getHostAddress()).isEqualTo(client);
    }

    @Test
    void believeNobodyWhereNoneIsNamed() {
        var none = new TrustedProxies(List.of());

        var found = none.client(InetAddress.ofLiteral("127.0.0.1"), List.of("203.0.113.9"));

        assertThat(found.getHostAddress()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:0:1:aaaa::1, 2001:db8:0:1:0:0:0:0/64",
        "fe80::1%7, fe80:0:0:0:0:0:0:0/64",
        "::ffff:203.0.113.9, 203.0.113.9",
        "no address, no address"
    })
    void countANetworkAsOneAddress(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
