package org.teamsavailability.mapping.mcp.web;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.technician.MappedTechnician;
import org.teamsavailability.mapping.technician.MappedTechnicians;
import org.teamsavailability.mapping.technician.TechnicianFilter;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the technicians of the desk: who they are, and whether they have a mapping. */
final class ListTechnicians implements AgentTool {

    private static final int USUAL_LIMIT = 50;

    private final MappedTechnicians technicians;
    private final ToolArguments arguments;

    ListTechnicians(MappedTechnicians technicians, ToolArguments arguments) {
        this.technicians = technicians;
        this.arguments = arguments;
    }

    /** What an agent sends. */
    private record Arguments(
            @Nullable String beginning,
            @Nullable Boolean mapped,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    @Override
    public String name() {
        return "list_technicians";
    }

    @Override
    public Scope scope() {
        return Scope.READ;
    }

    @Override
    public JsonNode call(Caller caller, JsonNode given) {
        var wanted = arguments.read(given, Arguments.class);
        int limit = wanted.limit() == null ? USUAL_LIMIT : wanted.limit();
        var desk = caller.serviceDeskId();
        var asked = Page.Asked.of("mcp-technicians", desk, wanted.cursor(), limit);
        var after = asked.after();
        if (after != null && TechnicianText.wrongInSearch(after) != null) {
            throw Page.invalidCursor();
        }
        var filter =
                new TechnicianFilter(wanted.mapped(), null, null, beginning(wanted.beginning()));
        var found = technicians.some(desk, filter, after, limit + 1);
        return view(asked.page(found, it -> it.technician().technicianId()));
    }

    private static @Nullable String beginning(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        var wrong = TechnicianText.wrongInSearch(given);
        if (wrong != null) {
            throw Problem.invalid(FieldError.at("/beginning", wrong));
        }
        return given;
    }

    private static JsonNode view(Page<MappedTechnician> page) {
        var view = JsonNodeFactory.instance.objectNode();
        var list = view.putArray("technicians");
        page.items().forEach(it -> list.add(view(it)));
        return view.put("nextCursor", page.nextCursor());
    }

    private static ObjectNode view(MappedTechnician it) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("technicianId", it.technician().technicianId())
                .put("displayName", it.technician().displayName())
                .put("active", it.technician().active())
                .put("mapped", it.mapping() != null)
                .put("ignored", it.technician().ignored());
    }
}
