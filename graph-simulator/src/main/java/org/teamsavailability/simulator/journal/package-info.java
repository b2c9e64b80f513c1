/** What was called, by whom, when, and how it ended. */
@NullMarked
package org.teamsavailability.simulator.journal;

import org.jspecify.annotations.NullMarked;
