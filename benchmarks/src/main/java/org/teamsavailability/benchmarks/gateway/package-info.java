/** The gateway alone, in JMH. */
@NullMarked
package org.teamsavailability.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
