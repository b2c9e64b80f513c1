package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.mcp.web.ToolMeters.Outcome;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.web.DatabaseAway;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.RefusalProblems;
import tools.jackson.databind.JsonNode;

/**
 * Calls tools. A call that fails is a result too, which says in a text what to do: an agent reads
 * it and tries again, while it never sees an error of the protocol.
 */
final class ToolCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);

    private final RefusalProblems refusals;
    private final ToolMeters meters;

    ToolCalls(RefusalProblems refusals, ToolMeters meters) {
        this.refusals = refusals;
        this.meters = meters;
    }

    /** Calls one for a caller. */
    CallToolResult call(AgentTool tool, Caller caller, JsonNode arguments) {
        if (!caller.scopes().contains(tool.scope())) {
            return failed(tool, Outcome.SCOPE_MISSING, scopeMissing(tool));
        }
        try {
            var result = tool.call(caller, arguments);
            meters.ended(tool, Outcome.ANSWERED);
            return CallToolResult.builder(List.of(text(result.toString())))
                    .structuredContent(result)
                    .isError(false)
                    .build();
        } catch (Problem problem) {
            return failed(tool, problem);
        } catch (RefusedException refused) {
            return failed(tool, refusals.of(refused));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed(tool, Outcome.UNAVAILABLE, "The service stops. Call the tool again.");
        } catch (RuntimeException failure) {
            return failed(tool, failure);
        }
    }

    private CallToolResult failed(AgentTool tool, RuntimeException failure) {
        var away = DatabaseAway.problem(failure);
        if (away != null) {
            DatabaseAway.log(LOG, "A tool failed", away);
            return failed(tool, away);
        }
        LOG.atError()
                .setMessage("A tool failed")
                .addKeyValue("tool", tool.name())
                .setCause(failure)
                .log();
        return failed(tool, Outcome.FAILED, internalError());
    }

    private CallToolResult failed(AgentTool tool, Problem problem) {
        return failed(tool, outcome(problem), ToolProblems.text(problem));
    }

    private static Outcome outcome(Problem problem) {
        var status = problem.status();
        if (status == HttpStatus.FORBIDDEN) {
            return Outcome.SCOPE_MISSING;
        }
        return status.is5xxServerError()
                        || status == HttpStatus.TOO_MANY_REQUESTS
                        || status == HttpStatus.CONFLICT
                ? Outcome.UNAVAILABLE
                : Outcome.REFUSED;
    }

    private CallToolResult failed(AgentTool tool, Outcome outcome, String why) {
        meters.ended(tool, outcome);
        return CallToolResult.builder(List.of(text(why))).isError(true).build();
    }

    private static TextContent text(String text) {
        return TextContent.builder(text).build();
    }

    private static String scopeMissing(AgentTool tool) {
        return "The tool %s needs the scope %s, which this API key lacks. Use a key with that scope."
                .formatted(tool.name(), tool.scope().wireName());
    }

    /** The filter of the route has put the request's id there. */
    static String internalError() {
        return "Internal error in Teams Availability. Tell the operator the request id %s."
                .formatted(MDC.get("requestId"));
    }
}
