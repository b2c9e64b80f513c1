/** Microsoft Graph v1.0: groups and their members, users, the organisation. */
@NullMarked
package org.teamsavailability.simulator.directory;

import org.jspecify.annotations.NullMarked;
