/** Connections, as administrators and service desks meet them. */
@NullMarked
package org.teamsavailability.mapping.connection;

import org.jspecify.annotations.NullMarked;
