/** The commands put together, and what they say when they fail. */
@NullMarked
package org.teamsavailability.operations.command;

import org.jspecify.annotations.NullMarked;
