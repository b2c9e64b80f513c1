/** Worked cases in data, answered from made-up evidence and through Microsoft as simulated. */
@NullMarked
package org.teamsavailability.enricher.cases;

import org.jspecify.annotations.NullMarked;
