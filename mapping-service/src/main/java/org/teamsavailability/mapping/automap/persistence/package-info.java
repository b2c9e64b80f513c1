/** Runs, their outcomes, and what they change, in the database. */
@NullMarked
package org.teamsavailability.mapping.automap.persistence;

import org.jspecify.annotations.NullMarked;
