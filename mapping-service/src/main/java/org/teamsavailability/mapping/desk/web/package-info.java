/** The problems of a service desk that is busy. */
@NullMarked
package org.teamsavailability.mapping.desk.web;

import org.jspecify.annotations.NullMarked;
