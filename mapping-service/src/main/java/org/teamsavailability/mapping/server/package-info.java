/**
 * The HTTP server's own limits: how long a client may take, how much it may send, and how many
 * connections it may have, before any filter or route runs.
 */
@NullMarked
package org.teamsavailability.mapping.server;

import org.jspecify.annotations.NullMarked;
