/** What every route has in common: problems, pages, request ids, limits. */
@NullMarked
package org.teamsavailability.mapping.web;

import org.jspecify.annotations.NullMarked;
