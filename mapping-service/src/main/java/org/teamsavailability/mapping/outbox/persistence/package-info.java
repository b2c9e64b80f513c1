/** The marks, the rows they stand for and the relay's lock, in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.outbox.persistence;

import org.jspecify.annotations.NullMarked;
