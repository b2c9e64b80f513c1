/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.answer;

import org.jspecify.annotations.NullMarked;
