/** The rows: what is measured, under which load, with which arms. */
@NullMarked
package org.teamsavailability.benchmarks.row;

import org.jspecify.annotations.NullMarked;
