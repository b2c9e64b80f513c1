@NullMarked
package org.teamsavailability.rules.instruction;

import org.jspecify.annotations.NullMarked;
