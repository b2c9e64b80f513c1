/** What is done once a day for each service desk, and what is done later. */
@NullMarked
package org.teamsavailability.mapping.schedule;

import org.jspecify.annotations.NullMarked;
