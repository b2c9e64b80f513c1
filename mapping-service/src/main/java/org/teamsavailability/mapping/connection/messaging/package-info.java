/** Listens for dispatches that say that a tenant's consent or a permission is gone. */
@NullMarked
package org.teamsavailability.mapping.connection.messaging;

import org.jspecify.annotations.NullMarked;
