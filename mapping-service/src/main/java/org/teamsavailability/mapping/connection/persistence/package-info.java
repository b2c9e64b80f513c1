/** Connections in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.connection.persistence;

import org.jspecify.annotations.NullMarked;
