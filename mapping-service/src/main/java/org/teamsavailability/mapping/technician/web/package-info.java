/** Technicians over HTTP: in bulk, from a file, one by one, and the mapping of each. */
@NullMarked
package org.teamsavailability.mapping.technician.web;

import org.jspecify.annotations.NullMarked;
