/**
 * From an accepted request to its answer: looks up the tables, plans by the rules, reads Teams,
 * decides.
 */
@NullMarked
package org.teamsavailability.enricher.dispatch;

import org.jspecify.annotations.NullMarked;
