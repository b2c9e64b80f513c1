/** Brings what changed to the topics: which account a technician is, which tenant a desk reads. */
@NullMarked
package org.teamsavailability.mapping.outbox;

import org.jspecify.annotations.NullMarked;
