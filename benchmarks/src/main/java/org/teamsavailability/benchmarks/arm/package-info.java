/** The arms: ways of answering the same requests from the same topics. */
@NullMarked
package org.teamsavailability.benchmarks.arm;

import org.jspecify.annotations.NullMarked;
