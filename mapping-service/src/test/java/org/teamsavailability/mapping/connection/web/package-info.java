/** Pages, without a server. */
@NullMarked
package org.teamsavailability.mapping.connection.web;

import org.jspecify.annotations.NullMarked;
