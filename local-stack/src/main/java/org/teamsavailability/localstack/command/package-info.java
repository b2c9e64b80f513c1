/** What ./quickstart understands, and what it prints. */
@NullMarked
package org.teamsavailability.localstack.command;

import org.jspecify.annotations.NullMarked;
