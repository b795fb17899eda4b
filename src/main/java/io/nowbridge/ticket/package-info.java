/** Anomalies, tickets and the links between them. */
@NullMarked
package io.nowbridge.ticket;

import org.jspecify.annotations.NullMarked;
