/** What probes and dashboards see of the enricher. */
@NullMarked
package org.teamsavailability.enricher.health;

import org.jspecify.annotations.NullMarked;
