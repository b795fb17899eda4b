/** Keeps anomalies and their tickets in step, in both directions: decides what news on one side means for the other. */
@NullMarked
package io.nowbridge.sync;

import org.jspecify.annotations.NullMarked;
