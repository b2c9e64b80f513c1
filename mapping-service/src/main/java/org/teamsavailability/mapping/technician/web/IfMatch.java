package org.teamsavailability.mapping.technician.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.teamsavailability.mapping.technician.MappedTechnician;

/**
 * The header {@code If-Match}: one of its strong ETags is the technician's, or it is {@code *}.
 *
 * @param header null where it is not sent, which fits any
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, 13.1.1</a>
 */
record IfMatch(@Nullable String header) implements Predicate<MappedTechnician> {

    @Override
    public boolean test(MappedTechnician technician) {
        if (header == null || header.strip().equals("*")) {
            return true;
        }
        var current = new ETag(technician.entityTag(), false);
        return ETag.parse(header).stream().anyMatch(tag -> tag.compare(current, true));
    }
}
