/** Anomalies, the events that tell of them, and the platforms where they are found. */
@NullMarked
package io.nowbridge.anomaly;

import org.jspecify.annotations.NullMarked;
