/** Times as people write them, read the same way wherever they do. */
@NullMarked
package org.teamsavailability.timetext;

import org.jspecify.annotations.NullMarked;
