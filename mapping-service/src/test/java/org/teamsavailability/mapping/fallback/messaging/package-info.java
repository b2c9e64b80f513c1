@NullMarked
package org.teamsavailability.mapping.fallback.messaging;

import org.jspecify.annotations.NullMarked;
