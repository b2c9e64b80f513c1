package org.teamsavailability.mapping.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.unit.DataSize;
import org.teamsavailability.service.settings.Checks;

/**
 * What one client, one address and one service desk may take of an instance.
 *
 * @param headersWithin how long a client may take to send the headers of a request, 100 ms to 2 min
 * @param bodyWithin how long a client may take to send a body, from the end of the headers to its
 *     last byte, 100 ms to 10 min
 * @param formSize the largest body of a form, and of a type that no route takes, 1 KB to 100 MB
 * @param jsonSize the largest JSON body, 1 KB to 100 MB
 * @param csvSize the largest CSV body, 1 KB to 100 MB
 * @param connections how many connections may be open, 10 to 8,000; each takes up to 100 KB of heap
 * @param connectionsPerAddress how many connections one address may have open, and how many
 *     requests one address may have in progress behind a trusted proxy, 1 to 8,000
 * @param wrongKeysPerMinute how many wrong API keys one address may send in a minute, 1 to 100,000
 * @param requestsPerDesk how many requests of one service desk may be in progress, 1 to 8,000;
 *     those that wait for an answer of the enricher have limits of their own, {@link
 *     AskingSettings}
 * @param transactionsPerDesk how many database transactions of one service desk may be open, 1 to
 *     1,000; fewer than the connections of the pool, so that some are left for other desks
 * @param trustedProxies addresses and CIDR blocks of reverse proxies whose {@code X-Forwarded-For}
 *     is believed
 */
@ConfigurationProperties("teams-availability.limits")
public record LimitSettings(
        @DefaultValue("10s") Duration headersWithin,
        @DefaultValue("30s") Duration bodyWithin,
        @DefaultValue("64KB") DataSize formSize,
        @DefaultValue("1MB") DataSize jsonSize,
        @DefaultValue("10MB") DataSize csvSize,
        @DefaultValue("2500") int connections,
        @DefaultValue("64") int connectionsPerAddress,
        @DefaultValue("30") int wrongKeysPerMinute,
        @DefaultValue("20") int requestsPerDesk,
        @DefaultValue("4") int transactionsPerDesk,
        @DefaultValue List<String> trustedProxies) {

    private static final String PREFIX = "teams-availability.limits.";
    private static final int MOST_CONNECTIONS = 8_000;

    public LimitSettings {
        between("headers-within (ms)", headersWithin.toMillis(), 100, 120_000);
        between("body-within (ms)", bodyWithin.toMillis(), 100, 600_000);
        size("form-size (bytes)", formSize);
        size("json-size (bytes)", jsonSize);
        size("csv-size (bytes)", csvSize);
        between("connections", connections, 10, MOST_CONNECTIONS);
        between("connections-per-address", connectionsPerAddress, 1, MOST_CONNECTIONS);
        between("wrong-keys-per-minute", wrongKeysPerMinute, 1, 100_000);
        between("requests-per-desk", requestsPerDesk, 1, MOST_CONNECTIONS);
        between("transactions-per-desk", transactionsPerDesk, 1, 1_000);
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(LimitSettings::requireAddressOrBlock);
    }

    private static void size(String name, DataSize size) {
        between(name, size.toBytes(), 1_024, 100L * 1024 * 1024);
    }

    private static void between(String name, long value, long low, long high) {
        Checks.between(PREFIX + name, value, low, high);
    }

    private static void requireAddressOrBlock(String proxy) {
        try {
            var _ = new IpAddressMatcher(proxy);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "TRUSTED_PROXIES has \"%s\", but must have addresses and CIDR blocks with commas between, such as 10.1.2.3,10.244.0.0/16,2001:db8::/32"
                            .formatted(proxy),
                    e);
        }
    }
}
