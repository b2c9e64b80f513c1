/** Metrics, dashboards and alerts: what is written of them, held against what is exported. */
@NullMarked
package org.teamsavailability.systemtests.monitoring;

import org.jspecify.annotations.NullMarked;
