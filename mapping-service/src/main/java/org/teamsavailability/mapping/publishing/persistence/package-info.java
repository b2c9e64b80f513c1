/** The marks, the rows they stand for and the relay's lock, in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.publishing.persistence;

import org.jspecify.annotations.NullMarked;
