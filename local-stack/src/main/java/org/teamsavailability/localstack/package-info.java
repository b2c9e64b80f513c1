/** Everything embedded in one command, for demonstrations and integration tests. */
@NullMarked
package org.teamsavailability.localstack;

import org.jspecify.annotations.NullMarked;
