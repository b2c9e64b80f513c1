/** The record of changes over HTTP. */
@NullMarked
package org.teamsavailability.mapping.audit.web;

import org.jspecify.annotations.NullMarked;
