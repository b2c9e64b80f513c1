@NullMarked
package org.teamsavailability.enricher.tables;

import org.jspecify.annotations.NullMarked;
