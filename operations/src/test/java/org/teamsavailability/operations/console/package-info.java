/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.operations.console;

import org.jspecify.annotations.NullMarked;
