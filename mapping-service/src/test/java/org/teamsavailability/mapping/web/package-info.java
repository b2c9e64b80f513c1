/** Problems, as they are told. */
@NullMarked
package org.teamsavailability.mapping.web;

import org.jspecify.annotations.NullMarked;
