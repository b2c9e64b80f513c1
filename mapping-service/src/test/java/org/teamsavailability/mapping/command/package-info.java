/** The commands, as an operator sees them. */
@NullMarked
package org.teamsavailability.mapping.command;

import org.jspecify.annotations.NullMarked;
