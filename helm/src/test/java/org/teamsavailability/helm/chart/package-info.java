/** The chart, and what Helm makes of it. */
@NullMarked
package org.teamsavailability.helm.chart;

import org.jspecify.annotations.NullMarked;
