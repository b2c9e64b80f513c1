/** Technicians over HTTP. */
@NullMarked
package org.teamsavailability.mapping.technician.web;

import org.jspecify.annotations.NullMarked;
