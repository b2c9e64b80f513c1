/** How a command speaks with the person or the script that runs it. */
@NullMarked
package org.teamsavailability.operations.console;

import org.jspecify.annotations.NullMarked;
