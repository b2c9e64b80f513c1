package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.mapping.command.DeskRow.Consent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code desks}: the service desks and how each is connected. */
@Command(
        name = "desks",
        description =
                "Lists the service desks in the order of their ids: consent, granted permissions,"
                        + " last check, mapped and active technicians, Microsoft tenant. Changes"
                        + " nothing.")
final class DesksCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    private final Supplier<ConfigurableApplicationContext> context;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--consent",
            paramLabel = "STATE",
            description = "only those whose consent is one of: ${COMPLETION-CANDIDATES}")
    private @Nullable Consent consent;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description = "begins after the service desk with this id")
    private @Nullable String after;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "at most so many, 1 to 10,000; default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", description = "prints each as JSON, one a line")
    private boolean json;

    DesksCommand(
            Supplier<ConfigurableApplicationContext> context, PrintWriter out, PrintWriter err) {
        this.context = context;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            err.println("--limit is %d, but must be 1 to 10000".formatted(limit));
            return CommandLine.ExitCode.USAGE;
        }
        List<DeskRow> found;
        try (var started = context.get()) {
            found =
                    started.getBean(DeskReader.class)
                            .all(after)
                            .filter(desk -> consent == null || desk.consent() == consent)
                            .limit(limit + 1L)
                            .toList();
        }
        var desks = found.stream().limit(limit).toList();
        print(desks);
        if (found.size() > limit) {
            err.println(
                    "There are more: desks --after \"%s\" continues"
                            .formatted(desks.getLast().id()));
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(List<DeskRow> desks) {
        if (json) {
            desks.forEach(desk -> out.println(json(desk)));
            return;
        }
        if (!desks.isEmpty()) {
            new DeskTable(Clock.systemUTC().instant()).of(desks).forEach(out::println);
        }
        out.println(
                desks.size() == 1
                        ? "1 service desk"
                        : Counts.text(desks.size()) + " service desks");
    }

    private static ObjectNode json(DeskRow desk) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("serviceDeskId", desk.id());
        json.put("consent", desk.consent().name());
        json.put("cloud", desk.cloud() == null ? null : desk.cloud().name());
        json.put("microsoftTenantId", desk.tenant() == null ? null : desk.tenant().toString());
        var permissions = json.putArray("permissions");
        desk.permissions().forEach(permissions::add);
        json.put("checkedAt", desk.checkedAt() == null ? null : desk.checkedAt().toString());
        json.put("technicians", desk.technicians());
        json.put("activeTechnicians", desk.active());
        json.put("mappedTechnicians", desk.mapped());
        return json;
    }
}
