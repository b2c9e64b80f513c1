package org.teamsavailability.mapping.mcp.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** Says in a text for agents what the API says in a problem, with the names of the arguments. */
final class ToolProblems {

    /** Where the body of the API has a value that a tool has as an argument. */
    private static final Pattern SETTINGS = Pattern.compile("^/teamsAvailability/");

    private static final Pattern CANDIDATE = Pattern.compile("^(/candidates/\\d+)/technicianId$");
    private static final Pattern SLOT = Pattern.compile("^/proposedSlot(?=/|$)");

    private ToolProblems() {}

    /** The text: each place with what is wrong there, or the problem's detail. */
    static String text(Problem problem) {
        var body = problem.body();
        var properties = body.getProperties();
        var errors = properties == null ? null : properties.get("errors");
        return errors instanceof List<?> list && !list.isEmpty()
                ? list.stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .map(it -> subject(it) + " " + it.message() + ".")
                        .collect(Collectors.joining(" "))
                : String.valueOf(body.getDetail());
    }

    private static String subject(FieldError error) {
        if (error.parameter() != null) {
            return "/" + error.parameter();
        }
        var pointer = argument(error.pointer());
        return pointer.isEmpty() ? "The arguments object" : pointer;
    }

    private static String argument(@Nullable String pointer) {
        var inTool = SETTINGS.matcher(pointer == null ? "" : pointer).replaceFirst("/");
        inTool = CANDIDATE.matcher(inTool).replaceFirst("$1");
        return SLOT.matcher(inTool).replaceFirst("/slot");
    }
}
