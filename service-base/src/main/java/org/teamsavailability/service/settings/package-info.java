/** Settings that both services have, and how a wrong one is refused. */
@NullMarked
package org.teamsavailability.service.settings;

import org.jspecify.annotations.NullMarked;
