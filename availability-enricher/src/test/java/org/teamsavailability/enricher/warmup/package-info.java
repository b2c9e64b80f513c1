@NullMarked
package org.teamsavailability.enricher.warmup;

import org.jspecify.annotations.NullMarked;
