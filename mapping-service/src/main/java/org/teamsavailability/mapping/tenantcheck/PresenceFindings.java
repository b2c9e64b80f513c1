package org.teamsavailability.mapping.tenantcheck;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.teamsavailability.mapping.tenantcheck.PresenceChecks.Few;
import tools.jackson.databind.JsonNode;

/** What answers to presence calls mean. Never says whose presence is which. */
final class PresenceFindings {

    /** Both documented lists. Source: Microsoft Graph, "presence resource type". */
    private static final Set<String> DOCUMENTED =
            Set.of(
                    "available",
                    "availableidle",
                    "availableinactive",
                    "away",
                    "berightback",
                    "busy",
                    "busyidle",
                    "donotdisturb",
                    "focusing",
                    "inacall",
                    "inaconferencecall",
                    "inactive",
                    "inameeting",
                    "offline",
                    "offwork",
                    "outofoffice",
                    "presenceunknown",
                    "presenting",
                    "urgentinterruptionsonly",
                    "blocked");

    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z]{1,40}");
    private static final List<String> FIELDS = List.of("availability", "activity");

    private PresenceFindings() {}

    static Finding fields(Reply reply) {
        if (!reply.isPage()) {
            return new Finding.Different(reply.statusText());
        }
        long lacking =
                reply.items().stream()
                        .filter(entry ->
                                Guids.of(entry.path("id")) == null
                                        || FIELDS.stream()
                                                .anyMatch(name -> !entry.path(name).isString()))
                        .count();
        return Finding.of(
                lacking == 0 && !reply.items().isEmpty(),
                "%d entries, %d without one of the fields"
                        .formatted(reply.items().size(), lacking));
    }

    static Finding accounts(Few few) throws NotTriedException {
        var answered =
                page(few.reply()).items().stream()
                        .map(entry -> Guids.of(entry.path("id")))
                        .filter(Objects::nonNull)
                        .toList();
        var once = new HashSet<UUID>(answered);
        boolean each = once.equals(new HashSet<>(few.asked())) && once.size() == answered.size();
        return Finding.of(
                each,
                "%d entries for %d of %d accounts, %s"
                        .formatted(
                                few.reply().items().size(),
                                few.asked().stream().filter(once::contains).count(),
                                few.asked().size(),
                                answered.equals(few.asked())
                                        ? "in the order asked"
                                        : "in another order"));
    }

    static Finding values(Reply reply) throws NotTriedException {
        var others = new TreeSet<String>();
        for (var value : texts(reply)) {
            if (!DOCUMENTED.contains(value.toLowerCase(Locale.ROOT))) {
                others.add(PRINTABLE.matcher(value).matches() ? value : "(cannot be shown)");
            }
        }
        return Finding.of(
                others.isEmpty(),
                others.isEmpty()
                        ? "all values are documented"
                        : "not documented: " + String.join(", ", others));
    }

    static Finding spelling(Reply reply) throws NotTriedException {
        var values = texts(reply);
        long lower = values.stream().filter(it -> Character.isLowerCase(it.charAt(0))).count();
        return Finding.of(
                lower == 0,
                lower == 0
                        ? "as assumed"
                        : "%d of %d begin in lower case".formatted(lower, values.size()));
    }

    static Finding one(Reply reply) {
        return Finding.of(
                reply.isPage() && reply.items().size() == 1,
                reply.isPage()
                        ? "200, %d entries".formatted(reply.items().size())
                        : reply.statusText());
    }

    static Finding unknown(Reply reply) {
        if (!reply.isPage()) {
            return new Finding.Different(reply.statusText() + " for the whole call");
        }
        if (reply.items().size() == 1) {
            return new Finding.Same("200, left out");
        }
        boolean unknown =
                reply.items().stream()
                        .anyMatch(entry ->
                                entry.path("availability")
                                        .asString("")
                                        .equalsIgnoreCase("PresenceUnknown"));
        return Finding.of(
                unknown && reply.items().size() == 2,
                "200, %d entries, %s PresenceUnknown"
                        .formatted(reply.items().size(), unknown ? "with" : "without"));
    }

    static Finding onePage(Reply reply) {
        return Finding.of(
                reply.isPage() && reply.nextLink() == null,
                reply.isPage()
                        ? "200, %d entries, %s a next page"
                                .formatted(
                                        reply.items().size(),
                                        reply.nextLink() == null ? "without" : "with")
                        : reply.statusText());
    }

    private static List<String> texts(Reply reply) throws NotTriedException {
        return page(reply).items().stream()
                .flatMap(entry -> FIELDS.stream().map(entry::path))
                .filter(JsonNode::isString)
                .map(value -> value.asString())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Reply page(Reply reply) throws NotTriedException {
        if (!reply.isPage()) {
            throw new NotTriedException("presence was answered " + reply.statusText());
        }
        return reply;
    }
}
