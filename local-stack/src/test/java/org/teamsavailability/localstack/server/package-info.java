/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.server;

import org.jspecify.annotations.NullMarked;
