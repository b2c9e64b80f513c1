/** Fallback reasons, as they come. */
@NullMarked
package org.teamsavailability.mapping.connection.messaging;

import org.jspecify.annotations.NullMarked;
