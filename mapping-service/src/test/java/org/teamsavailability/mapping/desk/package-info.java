@NullMarked
package org.teamsavailability.mapping.desk;

import org.jspecify.annotations.NullMarked;
