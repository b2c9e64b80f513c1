package org.teamsavailability.mapping.connection.consent.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error of a redirect. Anybody can write one, so none of its words are shown but its code and
 * its AADSTS number.
 */
final class MicrosoftError {

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern AADSTS = Pattern.compile("AADSTS\\d{4,9}");

    private MicrosoftError() {}

    /** A sentence about it for a page. */
    static String note(String error, @Nullable String description) {
        var code = CODE.matcher(error).matches() ? error : "an unknown error";
        var number = AADSTS.matcher(description == null ? "" : description);
        return "Microsoft answered: %s%s"
                .formatted(code, number.find() ? " (" + number.group() + ")." : ".");
    }
}
