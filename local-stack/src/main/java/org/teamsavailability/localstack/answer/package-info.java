/** Answers and fallbacks as a person reads them on a terminal. */
@NullMarked
package org.teamsavailability.localstack.answer;

import org.jspecify.annotations.NullMarked;
