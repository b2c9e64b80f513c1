/** Tests of the records' schemas and of the topics' declaration. */
@NullMarked
package org.teamsavailability.schemas;

import org.jspecify.annotations.NullMarked;
