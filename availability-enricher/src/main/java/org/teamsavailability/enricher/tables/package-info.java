/** The mapping and the connections as the enricher sees them: global tables, read by name. */
@NullMarked
package org.teamsavailability.enricher.tables;

import org.jspecify.annotations.NullMarked;
