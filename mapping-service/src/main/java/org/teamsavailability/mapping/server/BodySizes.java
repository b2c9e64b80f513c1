package org.teamsavailability.mapping.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.mapping.web.Problem;

/** The largest body of each media type, in bytes. */
record BodySizes(long form, long json, long csv) {

    static BodySizes of(LimitSettings limits) {
        return new BodySizes(
                limits.formSize().toBytes(),
                limits.jsonSize().toBytes(),
                limits.csvSize().toBytes());
    }

    /**
     * The limit of a body.
     *
     * @param contentType the header; null where there is none
     */
    long of(@Nullable String contentType) {
        if (contentType == null) {
            return form;
        }
        int parameters = contentType.indexOf(';');
        var type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        var name = type.strip().toLowerCase(Locale.ROOT);
        if (name.equals("text/csv")) {
            return csv;
        }
        return name.equals("application/json") || name.endsWith("+json") ? json : form;
    }

    static Problem tooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is too large",
                String.format(
                        Locale.ROOT,
                        "The body has more than %,d bytes, which is the limit for its Content-Type."
                                + " Send less in one request.",
                        limit));
    }
}
