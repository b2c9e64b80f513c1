package org.teamsavailability.mapping.technician;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which addresses are compared: NFC, without white space and format characters anywhere
 * (a no-break space, a zero width space, a byte order mark, a soft hyphen), lower-cased with ROOT,
 * the domain in its IDNA form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5890">RFC 5890</a>
 */
public final class AddressForm {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}]");

    /** What separates the labels of a domain. Source: RFC 3490, section 3.1. */
    private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");

    /** Letters of which IDNA2003 makes others, and with them another domain; IDNA2008 does not. */
    private static final Pattern DEVIATION = Pattern.compile("[\u00DF\u03C2]");

    private AddressForm() {}

    /** The address without what nobody sees in it, in NFC; may be empty. */
    public static String seen(String address) {
        return Normalizer.normalize(UNSEEN.matcher(address).replaceAll(""), Normalizer.Form.NFC);
    }

    /** Null where nothing is left, which equals nothing. */
    public static @Nullable String of(@Nullable String address) {
        var text = address == null ? "" : seen(address).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at + 1) + domain(text.substring(at + 1));
    }

    private static String domain(String text) {
        return Arrays.stream(DOT.split(text, -1))
                .map(AddressForm::label)
                .collect(Collectors.joining("."));
    }

    /** The same label, where IDNA knows no other form of it. */
    private static String label(String text) {
        if (DEVIATION.matcher(text).find()) {
            return text;
        }
        try {
            return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
