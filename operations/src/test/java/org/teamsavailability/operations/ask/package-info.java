/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.ask;

import org.jspecify.annotations.NullMarked;
