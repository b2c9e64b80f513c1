/** How this product is registered with Microsoft in each cloud, and the bounds it keeps. */
@NullMarked
package org.teamsavailability.graph.settings;

import org.jspecify.annotations.NullMarked;
