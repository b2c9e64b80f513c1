package org.teamsavailability.mapping.tenantcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.inspection.Query;

/** What getPresencesByUserId answers to ids of each kind, and to how many. */
final class PresenceChecks {

    private static final int FEW = 20;

    private PresenceChecks() {}

    static List<Check<?>> all() {
        return List.of(
                new Check<>(
                        "presence-fields",
                        "What is said of an account's presence?",
                        "200, each entry with id, availability and activity",
                        PresenceChecks::few,
                        few -> PresenceFindings.fields(few.reply())),
                new Check<>(
                        "presence-accounts",
                        "Which accounts are answered, and in which order?",
                        "each one once, in any order",
                        PresenceChecks::few,
                        PresenceFindings::accounts),
                new Check<>(
                        "presence-values",
                        "Which values does Microsoft send?",
                        "availability and activity of the documented lists",
                        PresenceChecks::few,
                        few -> PresenceFindings.values(few.reply())),
                new Check<>(
                        "presence-spelling",
                        "How are the values spelt?",
                        "as in Available: the product compares without case",
                        PresenceChecks::few,
                        few -> PresenceFindings.spelling(few.reply())),
                new Check<>(
                        "presence-id-case",
                        "Is an id in upper case the same account?",
                        "200, one entry for it",
                        tenant ->
                                ask(
                                        tenant,
                                        tenant.accounts()
                                                .getFirst()
                                                .toString()
                                                .toUpperCase(Locale.ROOT)),
                        PresenceFindings::one),
                new Check<>(
                        "presence-unknown-id",
                        "How is an unknown account answered next to a known one?",
                        "200; it is left out, or its presence is PresenceUnknown",
                        PresenceChecks::knownAndUnknown,
                        PresenceFindings::unknown),
                new Check<>(
                        "presence-repeated-id",
                        "How is an id answered that is sent twice?",
                        "200, one entry for it",
                        PresenceChecks::twice,
                        PresenceFindings::one),
                new Check<>(
                        "presence-malformed-id",
                        "How is an id answered that is not a GUID?",
                        "400 for the whole call",
                        tenant -> ask(tenant, tenant.accounts().getFirst().toString(), "nobody"),
                        reply -> Finding.of(reply.status() == 400, reply.statusText())),
                new Check<>(
                        "presence-650-ids",
                        "How many ids does a call take?",
                        "650, answered 200 on one page",
                        tenant -> many(tenant, GraphPort.MAX_PRESENCE_IDS),
                        PresenceFindings::onePage),
                new Check<>(
                        "presence-651-ids",
                        "How are 651 ids answered?",
                        "400 for the whole call",
                        tenant -> many(tenant, GraphPort.MAX_PRESENCE_IDS + 1),
                        reply -> Finding.of(reply.status() == 400, reply.statusText())));
    }

    /**
     * A call for accounts that exist.
     *
     * @param asked in their order
     */
    record Few(List<UUID> asked, Reply reply) {}

    private static Few few(ConnectedTenant tenant) throws NotTriedException, InterruptedException {
        var asked = tenant.accounts().stream().limit(FEW).toList();
        return new Few(
                asked, ask(tenant, asked.stream().map(UUID::toString).toArray(String[]::new)));
    }

    private static Reply ask(ConnectedTenant tenant, String... ids)
            throws NotTriedException, InterruptedException {
        if (tenant.tenant().cloud() == MicrosoftCloud.CHINA) {
            throw new NotTriedException("Microsoft offers no presence in this cloud");
        }
        return tenant.ask(new Query.Presences(List.of(ids)));
    }

    private static Reply knownAndUnknown(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        return ask(
                tenant, tenant.accounts().getFirst().toString(), Unknown.idIn(tenant).toString());
    }

    private static Reply twice(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        var id = tenant.accounts().getFirst().toString();
        return ask(tenant, id, id);
    }

    /** Ids that exist as far as there are any, then others, where those do no harm. */
    private static Reply many(ConnectedTenant tenant, int count)
            throws NotTriedException, InterruptedException {
        var ids = new ArrayList<String>(count);
        tenant.accounts().stream().limit(count).map(UUID::toString).forEach(ids::add);
        if (ids.size() < count && !knownAndUnknown(tenant).isOk()) {
            throw new NotTriedException(
                    "it needs %d accounts, and unknown ids are refused".formatted(count));
        }
        for (int number = 0; ids.size() < count; number++) {
            ids.add(Objects.toString(Unknown.id(tenant.tenant(), number)));
        }
        return ask(tenant, ids.toArray(String[]::new));
    }
}
