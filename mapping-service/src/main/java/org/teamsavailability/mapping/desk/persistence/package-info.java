/** Service desks and their transactions in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.desk.persistence;

import org.jspecify.annotations.NullMarked;
