/**
 * What operators see of the way to Microsoft: meters and spans, neither with a word on a person.
 */
@NullMarked
package org.teamsavailability.graph.telemetry;

import org.jspecify.annotations.NullMarked;
