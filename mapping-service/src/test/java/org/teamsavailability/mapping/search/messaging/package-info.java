@NullMarked
package org.teamsavailability.mapping.search.messaging;

import org.jspecify.annotations.NullMarked;
