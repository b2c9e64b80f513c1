/** Which Microsoft tenant a service desk reads: consent, connection, checks and disconnecting. */
@NullMarked
package org.teamsavailability.mapping.connection;

import org.jspecify.annotations.NullMarked;
