/** Serves the features' ports with Qualytics. */
@NullMarked
package io.nowbridge.connector.qualytics;

import org.jspecify.annotations.NullMarked;
