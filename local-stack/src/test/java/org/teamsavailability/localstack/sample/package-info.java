/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.sample;

import org.jspecify.annotations.NullMarked;
