/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.servers.process;

import org.jspecify.annotations.NullMarked;
