/** What the chart renders, run on this machine. */
@NullMarked
package org.teamsavailability.systemtests.chart;

import org.jspecify.annotations.NullMarked;
