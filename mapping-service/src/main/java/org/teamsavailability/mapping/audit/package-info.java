/** Who changed what, when. */
@NullMarked
package org.teamsavailability.mapping.audit;

import org.jspecify.annotations.NullMarked;
