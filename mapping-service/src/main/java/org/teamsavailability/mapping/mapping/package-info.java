/** Which Microsoft account a technician is, and mapping one by hand. */
@NullMarked
package org.teamsavailability.mapping.mapping;

import org.jspecify.annotations.NullMarked;
