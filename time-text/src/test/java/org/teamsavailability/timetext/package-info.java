/** The tests. */
@NullMarked
package org.teamsavailability.timetext;

import org.jspecify.annotations.NullMarked;
