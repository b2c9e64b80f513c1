@NullMarked
package org.teamsavailability.mapping.access;

import org.jspecify.annotations.NullMarked;
