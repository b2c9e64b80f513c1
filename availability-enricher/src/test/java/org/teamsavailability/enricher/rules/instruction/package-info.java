@NullMarked
package org.teamsavailability.enricher.rules.instruction;

import org.jspecify.annotations.NullMarked;
