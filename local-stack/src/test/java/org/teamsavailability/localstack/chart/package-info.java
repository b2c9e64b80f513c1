/** What the chart renders, run on this machine. */
@NullMarked
package org.teamsavailability.localstack.chart;

import org.jspecify.annotations.NullMarked;
