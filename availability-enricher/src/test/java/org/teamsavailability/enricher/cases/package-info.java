/** Worked cases in data, answered from evidence made by hand and through Microsoft as simulated. */
@NullMarked
package org.teamsavailability.enricher.cases;

import org.jspecify.annotations.NullMarked;
