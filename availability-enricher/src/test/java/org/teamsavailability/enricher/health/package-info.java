/** What probes are told. */
@NullMarked
package org.teamsavailability.enricher.health;

import org.jspecify.annotations.NullMarked;
