/** Checks of custom instructions, as they are and over HTTP. */
@NullMarked
package org.teamsavailability.mapping.instruction;

import org.jspecify.annotations.NullMarked;
