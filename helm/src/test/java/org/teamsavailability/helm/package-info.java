/** What the chart promises, checked on what Helm makes of it. */
@NullMarked
package org.teamsavailability.helm;

import org.jspecify.annotations.NullMarked;
