/** What the product promises, checked on a real broker and registry with a real service process. */
@NullMarked
package org.teamsavailability.systemtests.promises;

import org.jspecify.annotations.NullMarked;
