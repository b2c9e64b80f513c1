/** Which requests came over HTTP, in PostgreSQL: ids, hashes and positions only. */
@NullMarked
package org.teamsavailability.mapping.availability.persistence;

import org.jspecify.annotations.NullMarked;
