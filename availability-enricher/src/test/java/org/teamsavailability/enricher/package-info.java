/** Tests of the enricher as a whole. */
@NullMarked
package org.teamsavailability.enricher;

import org.jspecify.annotations.NullMarked;
