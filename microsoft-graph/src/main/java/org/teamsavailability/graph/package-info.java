/** The one way to Microsoft Graph: what can be asked of Teams, and how asking can fail. */
@NullMarked
package org.teamsavailability.graph;

import org.jspecify.annotations.NullMarked;
