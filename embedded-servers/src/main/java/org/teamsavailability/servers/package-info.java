/** Servers as processes of this machine, for the local stack and for tests. */
@NullMarked
package org.teamsavailability.servers;

import org.jspecify.annotations.NullMarked;
