/** Requests find out here which desk they are for, and API keys are managed. */
@NullMarked
package org.teamsavailability.mapping.access.web;

import org.jspecify.annotations.NullMarked;
