/** Pages, without a server. */
@NullMarked
package org.teamsavailability.mapping.connection.consent.web;

import org.jspecify.annotations.NullMarked;
