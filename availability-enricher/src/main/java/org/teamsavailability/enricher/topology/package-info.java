/** The topology: from a dispatch request to its answer, and the life of the client that runs it. */
@NullMarked
package org.teamsavailability.enricher.topology;

import org.jspecify.annotations.NullMarked;
