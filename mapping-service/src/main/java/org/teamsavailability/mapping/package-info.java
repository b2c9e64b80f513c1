/** The mapping service: which Microsoft tenant a desk reads, and which account a technician is. */
@NullMarked
package org.teamsavailability.mapping;

import org.jspecify.annotations.NullMarked;
