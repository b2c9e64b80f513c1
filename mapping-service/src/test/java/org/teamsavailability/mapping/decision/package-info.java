@NullMarked
package org.teamsavailability.mapping.decision;

import org.jspecify.annotations.NullMarked;
