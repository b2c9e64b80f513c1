package org.teamsavailability.operations.console;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Where a command writes to, and what time it is there.
 *
 * @param out for results
 * @param err for what went wrong, in a sentence
 */
public record Console(PrintStream out, PrintStream err, Clock clock) {}
