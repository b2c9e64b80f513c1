/** Application tokens of Microsoft Entra, one at a time for a tenant; the only home of MSAL4J. */
@NullMarked
package org.teamsavailability.graph.tokens;

import org.jspecify.annotations.NullMarked;
