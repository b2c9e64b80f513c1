/** What a service desk says about itself: the time zone in which its people are shown times. */
@NullMarked
package org.teamsavailability.mapping.profile;

import org.jspecify.annotations.NullMarked;
