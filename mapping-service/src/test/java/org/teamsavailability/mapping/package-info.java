@NullMarked
package org.teamsavailability.mapping;

import org.jspecify.annotations.NullMarked;
