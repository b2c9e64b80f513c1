/** Marks, rows and lock on a real PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.publishing.persistence;

import org.jspecify.annotations.NullMarked;
