/** Bounded searches of topics: how many may run at a time, and why one is refused. */
@NullMarked
package org.teamsavailability.mapping.search;

import org.jspecify.annotations.NullMarked;
