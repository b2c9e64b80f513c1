/**
 * Requests that ask over HTTP which technicians are available, and their answers from the topic.
 */
@NullMarked
package org.teamsavailability.mapping.availability;

import org.jspecify.annotations.NullMarked;
