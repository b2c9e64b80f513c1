/** Tests of what is in this package. */
@NullMarked
package org.teamsavailability.localstack.command;

import org.jspecify.annotations.NullMarked;
