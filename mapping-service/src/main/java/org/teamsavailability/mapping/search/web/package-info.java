/** What refused searches are over HTTP. */
@NullMarked
package org.teamsavailability.mapping.search.web;

import org.jspecify.annotations.NullMarked;
