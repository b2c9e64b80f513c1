/** From a taken request to its answer: looks up, plans by the rules, asks Teams, decides. */
@NullMarked
package org.teamsavailability.enricher.dispatch;

import org.jspecify.annotations.NullMarked;
