/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.json;

import org.jspecify.annotations.NullMarked;
