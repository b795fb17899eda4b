/** A client for the REST API of Qualytics: its anomalies and their comments as typed, reactive Java. */
@NullMarked
package io.nowbridge.qualytics;

import org.jspecify.annotations.NullMarked;
