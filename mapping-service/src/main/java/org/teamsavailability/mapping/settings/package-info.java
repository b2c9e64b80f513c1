/** What an operator sets, checked at start. */
@NullMarked
package org.teamsavailability.mapping.settings;

import org.jspecify.annotations.NullMarked;
