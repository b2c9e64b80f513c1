/** The way to an installation: its brokers, its schema registry, the names of its topics. */
@NullMarked
package org.teamsavailability.operations.access;

import org.jspecify.annotations.NullMarked;
