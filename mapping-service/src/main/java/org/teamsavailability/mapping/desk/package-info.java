/** Service desks, and the transactions that see the rows of one desk only. */
@NullMarked
package org.teamsavailability.mapping.desk;

import org.jspecify.annotations.NullMarked;
