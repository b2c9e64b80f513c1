package org.teamsavailability.simulator.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of the type {@code application/x-www-form-urlencoded}. */
public final class Form {
    private Form() {}

    /** The fields by name; the last wins where one is repeated. */
    public static Map<String, String> read(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
