@NullMarked
package org.teamsavailability.mapping.decision.messaging;

import org.jspecify.annotations.NullMarked;
