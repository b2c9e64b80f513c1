@NullMarked
package org.teamsavailability.mapping.automap;

import org.jspecify.annotations.NullMarked;
