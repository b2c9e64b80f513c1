/** The rules as tables, laws and worked cases. */
@NullMarked
package org.teamsavailability.enricher.rules;

import org.jspecify.annotations.NullMarked;
