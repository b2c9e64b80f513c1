/** What is published, compared with the database on a real broker. */
@NullMarked
package org.teamsavailability.mapping.outbox;

import org.jspecify.annotations.NullMarked;
