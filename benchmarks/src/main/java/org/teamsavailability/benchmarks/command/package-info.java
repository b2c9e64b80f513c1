/** The commands: rows to run, the report, and the hidden one that is the process of an arm. */
@NullMarked
package org.teamsavailability.benchmarks.command;

import org.jspecify.annotations.NullMarked;
