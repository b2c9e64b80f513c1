/** The profile of a service desk over HTTP. */
@NullMarked
package org.teamsavailability.mapping.profile.web;

import org.jspecify.annotations.NullMarked;
