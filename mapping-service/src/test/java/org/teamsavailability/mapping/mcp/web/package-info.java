@NullMarked
package org.teamsavailability.mapping.mcp.web;

import org.jspecify.annotations.NullMarked;
