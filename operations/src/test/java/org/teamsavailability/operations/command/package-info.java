/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.command;

import org.jspecify.annotations.NullMarked;
