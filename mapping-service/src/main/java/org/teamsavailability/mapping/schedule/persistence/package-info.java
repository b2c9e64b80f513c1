/** When the daily rounds of service desks are due, in PostgreSQL. */
@NullMarked
package org.teamsavailability.mapping.schedule.persistence;

import org.jspecify.annotations.NullMarked;
