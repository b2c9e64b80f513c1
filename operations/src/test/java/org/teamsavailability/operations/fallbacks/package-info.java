/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.fallbacks;

import org.jspecify.annotations.NullMarked;
