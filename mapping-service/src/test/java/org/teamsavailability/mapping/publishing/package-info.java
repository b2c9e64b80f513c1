/** What is published, compared with the database on a real broker. */
@NullMarked
package org.teamsavailability.mapping.publishing;

import org.jspecify.annotations.NullMarked;
