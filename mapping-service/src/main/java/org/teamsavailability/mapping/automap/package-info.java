/** Finds out which Microsoft account a technician is, by address: the rules, and the run. */
@NullMarked
package org.teamsavailability.mapping.automap;

import org.jspecify.annotations.NullMarked;
