/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.commandline;

import org.jspecify.annotations.NullMarked;
