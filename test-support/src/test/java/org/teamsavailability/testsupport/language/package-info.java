/**
 * The words of the repository: retired ones occur nowhere, and linked terms are in the glossary.
 */
@NullMarked
package org.teamsavailability.testsupport.language;

import org.jspecify.annotations.NullMarked;
