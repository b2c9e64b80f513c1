package org.teamsavailability.enricher.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Percent-encoding of RFC 3986: all but its unreserved characters, as UTF-8. */
final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** The text as one segment of a path; the same object where nothing has to be encoded. */
    static String of(String text) {
        int first = 0;
        while (first < text.length() && isUnreserved(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? text : encoded(text);
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder(3 * text.length());
        for (byte unit : text.getBytes(UTF_8)) {
            if (isUnreserved((char) unit)) {
                encoded.append((char) unit);
            } else {
                encoded.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
