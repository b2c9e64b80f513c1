/** The command {@code dead-letters}: what could not be read, why, and sending it again. */
@NullMarked
package org.teamsavailability.operations.deadletters;

import org.jspecify.annotations.NullMarked;
