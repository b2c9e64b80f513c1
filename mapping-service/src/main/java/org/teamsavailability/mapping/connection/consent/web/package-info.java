/** The pages that an administrator sees on the way to a connection. */
@NullMarked
package org.teamsavailability.mapping.connection.consent.web;

import org.jspecify.annotations.NullMarked;
