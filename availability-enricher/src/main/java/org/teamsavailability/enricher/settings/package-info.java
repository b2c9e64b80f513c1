/** What an operator sets: typed, documented where it is declared, and checked at start. */
@NullMarked
package org.teamsavailability.enricher.settings;

import org.jspecify.annotations.NullMarked;
