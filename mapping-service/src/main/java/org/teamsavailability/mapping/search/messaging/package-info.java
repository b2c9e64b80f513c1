/** Reads topics backwards, for one service desk and within bounds. */
@NullMarked
package org.teamsavailability.mapping.search.messaging;

import org.jspecify.annotations.NullMarked;
