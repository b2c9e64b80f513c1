/** The processes of a run: broker, registry, simulator, and the arm that is measured. */
@NullMarked
package org.teamsavailability.benchmarks.server;

import org.jspecify.annotations.NullMarked;
