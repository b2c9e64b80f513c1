/**
 * The MCP server: AI agents ask through it as programs do over HTTP, with the same API keys and
 * limits. Each request stands alone, so any instance answers it.
 */
@NullMarked
package org.teamsavailability.mapping.mcp.web;

import org.jspecify.annotations.NullMarked;
