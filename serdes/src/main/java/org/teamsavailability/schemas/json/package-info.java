/** The topics' records as plain JSON: field names of the record, instants as ISO 8601 text. */
@NullMarked
package org.teamsavailability.schemas.json;

import org.jspecify.annotations.NullMarked;
