/** What the tests of every module share. */
@NullMarked
package org.teamsavailability.testsupport;

import org.jspecify.annotations.NullMarked;
