/** The enricher's entry point and wiring; the topology, the rules and the stage lie below. */
@NullMarked
package org.teamsavailability.enricher;

import org.jspecify.annotations.NullMarked;
