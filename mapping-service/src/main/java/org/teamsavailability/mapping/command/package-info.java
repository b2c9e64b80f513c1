/** What an operator does with the jar from the command line. */
@NullMarked
package org.teamsavailability.mapping.command;

import org.jspecify.annotations.NullMarked;
