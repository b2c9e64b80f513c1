/** Searches the topics of fallbacks and answers. */
@NullMarked
package org.teamsavailability.mapping.fallback.messaging;

import org.jspecify.annotations.NullMarked;
