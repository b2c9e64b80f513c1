/** The processes and files of a running stack, none of which outlives it. */
@NullMarked
package org.teamsavailability.servers.process;

import org.jspecify.annotations.NullMarked;
