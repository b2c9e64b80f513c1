@NullMarked
package org.teamsavailability.mapping.automap.persistence;

import org.jspecify.annotations.NullMarked;
