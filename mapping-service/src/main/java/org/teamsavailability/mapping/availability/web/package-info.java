/** The routes that ask which technicians are available. */
@NullMarked
package org.teamsavailability.mapping.availability.web;

import org.jspecify.annotations.NullMarked;
