/** The servers of the stack: what each is started with and how they work together. */
@NullMarked
package org.teamsavailability.localstack.server;

import org.jspecify.annotations.NullMarked;
