/** What token calls and Graph calls share on the wire: one HTTP client, and what a reply says. */
@NullMarked
package org.teamsavailability.graph.http;

import org.jspecify.annotations.NullMarked;
