@NullMarked
package org.teamsavailability.mapping.availability;

import org.jspecify.annotations.NullMarked;
