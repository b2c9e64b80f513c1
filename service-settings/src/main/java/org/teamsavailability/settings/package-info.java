/** Settings that both services have, and how a service says that one of them is wrong. */
@NullMarked
package org.teamsavailability.settings;

import org.jspecify.annotations.NullMarked;
