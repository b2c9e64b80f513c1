/** One HTTP request and its answer, free of the server that carries them. */
@NullMarked
package org.teamsavailability.simulator.exchange;

import org.jspecify.annotations.NullMarked;
