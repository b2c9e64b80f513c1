/** Tests of everything together: the built services, the chart, the scripts, the documents. */
@NullMarked
package org.teamsavailability.systemtests;

import org.jspecify.annotations.NullMarked;
