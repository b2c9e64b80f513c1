package org.teamsavailability.mapping.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What limits count as one address: an IPv4 address, or the /64 network of an IPv6 address, because
 * a single host is usually given all of a /64.
 */
public final class ClientNetwork {

    private static final int NETWORK_BYTES = 8;
    private static final int ALL_BYTES = 16;

    private ClientNetwork() {}

    /** The network of this address, as text. */
    static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            var network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
            return InetAddress.getByAddress(Arrays.copyOf(network, ALL_BYTES)).getHostAddress()
                    + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    /** The same of an address in text; a text that is no address is returned unchanged. */
    public static String of(String address) {
        var parsed = parse(address);
        return parsed == null ? address : of(parsed);
    }

    /** The address that the text is; null where it is none. Host names are not looked up. */
    static @Nullable InetAddress parse(String text) {
        int zone = text.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
