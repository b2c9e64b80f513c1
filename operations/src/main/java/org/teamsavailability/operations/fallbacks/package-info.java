/** The command {@code fallbacks}: why Teams was not used, as it happens. */
@NullMarked
package org.teamsavailability.operations.fallbacks;

import org.jspecify.annotations.NullMarked;
