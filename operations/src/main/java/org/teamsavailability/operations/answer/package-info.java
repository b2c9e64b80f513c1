/** Answers and fallbacks as a person reads them on a terminal. */
@NullMarked
package org.teamsavailability.operations.answer;

import org.jspecify.annotations.NullMarked;
