package org.teamsavailability.mapping.mcp.web;

import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.JsonNode;

/**
 * A tool that AI agents call. It shows what is of the caller's desk and changes nothing. The
 * resource {@code mcp/} and its name says what agents are told of it.
 */
interface AgentTool {

    /** Its name: lower case letters and underscores. */
    String name();

    /** The scope that an API key needs to call it. */
    Scope scope();

    /**
     * Calls it.
     *
     * @param arguments an object
     * @throws org.teamsavailability.mapping.web.Problem what is wrong in the arguments
     * @throws org.teamsavailability.mapping.refusal.RefusedException why the core refuses the call
     */
    JsonNode call(Caller caller, JsonNode arguments) throws InterruptedException;
}
