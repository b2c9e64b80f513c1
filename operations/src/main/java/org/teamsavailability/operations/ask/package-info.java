/** The command {@code ask}: a question as a dispatch workflow puts it. */
@NullMarked
package org.teamsavailability.operations.ask;

import org.jspecify.annotations.NullMarked;
