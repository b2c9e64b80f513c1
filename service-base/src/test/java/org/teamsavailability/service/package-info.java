@NullMarked
package org.teamsavailability.service;

import org.jspecify.annotations.NullMarked;
