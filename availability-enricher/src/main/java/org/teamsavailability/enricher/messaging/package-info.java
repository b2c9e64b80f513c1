/** Between the records on the wire and the rules: reads requests as questions, writes answers. */
@NullMarked
package org.teamsavailability.enricher.messaging;

import org.jspecify.annotations.NullMarked;
