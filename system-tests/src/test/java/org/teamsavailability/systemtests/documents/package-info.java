/** Documents of the repository: their links, their pictures and what they say about modules. */
@NullMarked
package org.teamsavailability.systemtests.documents;

import org.jspecify.annotations.NullMarked;
