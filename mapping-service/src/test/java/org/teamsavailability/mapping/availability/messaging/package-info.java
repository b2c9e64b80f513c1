@NullMarked
package org.teamsavailability.mapping.availability.messaging;

import org.jspecify.annotations.NullMarked;
