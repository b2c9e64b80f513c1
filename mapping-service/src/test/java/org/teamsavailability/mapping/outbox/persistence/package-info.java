/** Marks, rows and lock on a real PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.outbox.persistence;

import org.jspecify.annotations.NullMarked;
