/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.trace;

import org.jspecify.annotations.NullMarked;
