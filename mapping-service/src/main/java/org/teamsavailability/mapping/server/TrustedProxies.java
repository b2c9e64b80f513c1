package org.teamsavailability.mapping.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Finds the client behind reverse proxies. Each proxy appends the address that it was called from
 * to {@code X-Forwarded-For}, so the last entry that is not one of our proxies is the client;
 * entries before it are what the client wrote itself.
 */
final class TrustedProxies {

    /** {@code 192.0.2.1:1234}, as some proxies write it. */
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");

    /** {@code [2001:db8::1]} and {@code [2001:db8::1]:1234}. */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\]]+)](?::[0-9]{1,5})?");

    private final List<IpAddressMatcher> proxies;

    /**
     * @param proxies addresses and CIDR blocks
     */
    TrustedProxies(List<String> proxies) {
        this.proxies = proxies.stream().map(IpAddressMatcher::new).toList();
    }

    boolean trusts(InetAddress address) {
        var text = address.getHostAddress();
        int zone = text.indexOf('%');
        var plain = zone < 0 ? text : text.substring(0, zone);
        return proxies.stream().anyMatch(it -> it.matches(plain));
    }

    /**
     * The client of a request.
     *
     * @param socket the address that the connection comes from
     * @param forwardedFor the lines of {@code X-Forwarded-For}, in their order
     * @return the socket's address unless that is a trusted proxy; else the last entry that is no
     *     trusted proxy. An entry that is no address ends the search: the proxy that passed it on
     *     is then the client. Where all are proxies, the first of them.
     */
    InetAddress client(InetAddress socket, List<String> forwardedFor) {
        var client = socket;
        var entries = entries(forwardedFor);
        for (int i = entries.size() - 1; i >= 0 && trusts(client); i--) {
            var before = parse(entries.get(i));
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static List<String> entries(List<String> lines) {
        var entries = new ArrayList<String>();
        for (var line : lines) {
            for (var entry : line.split(",", -1)) {
                if (!entry.isBlank()) {
                    entries.add(entry.strip());
                }
            }
        }
        return entries;
    }

    private static @Nullable InetAddress parse(String entry) {
        var ipv4 = IPV4_WITH_PORT.matcher(entry);
        if (ipv4.matches()) {
            return ClientNetwork.parse(ipv4.group(1));
        }
        var brackets = IN_BRACKETS.matcher(entry);
        return ClientNetwork.parse(brackets.matches() ? brackets.group(1) : entry);
    }
}
