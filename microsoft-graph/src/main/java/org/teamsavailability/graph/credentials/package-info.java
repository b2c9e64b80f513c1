/** The credentials in use: read again when their file changes, and the one that works preferred. */
@NullMarked
package org.teamsavailability.graph.credentials;

import org.jspecify.annotations.NullMarked;
