/** The command {@code trace}: where a request stands, found over the topics. */
@NullMarked
package org.teamsavailability.operations.trace;

import org.jspecify.annotations.NullMarked;
