package org.teamsavailability.simulator.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** The hosts in URLs that clients send. */
final class Hosts {
    private Hosts() {}

    /** The host of the URL; empty where it has none, or is no URL. */
    static String of(String url) {
        try {
            return Objects.requireNonNullElse(new URI(url).getHost(), "");
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
