/** What of a tenant's directory can be read: Teams, their members, accounts, the organisation. */
@NullMarked
package org.teamsavailability.graph.directory;

import org.jspecify.annotations.NullMarked;
