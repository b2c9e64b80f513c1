/** The service desks, technicians and tenants of a run, and the records about them. */
@NullMarked
package org.teamsavailability.benchmarks.world;

import org.jspecify.annotations.NullMarked;
