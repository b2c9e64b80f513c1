/** Transactions of service desks. */
@NullMarked
package org.teamsavailability.mapping.desk.persistence;

import org.jspecify.annotations.NullMarked;
