/** The routes of the connection, and the pages an administrator sees on the way to it. */
@NullMarked
package org.teamsavailability.mapping.connection.web;

import org.jspecify.annotations.NullMarked;
