/** The routes of the connection. */
@NullMarked
package org.teamsavailability.mapping.connection.web;

import org.jspecify.annotations.NullMarked;
