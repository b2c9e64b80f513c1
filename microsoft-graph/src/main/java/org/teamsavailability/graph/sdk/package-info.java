/** Reads Microsoft Graph through its official SDK; the only place that knows it. */
@NullMarked
package org.teamsavailability.graph.sdk;

import org.jspecify.annotations.NullMarked;
