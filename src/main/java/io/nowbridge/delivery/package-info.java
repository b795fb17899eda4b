/** What is on its way to tickets: kept in order per ticket, written once, tried again until it is there or a person must act. */
@NullMarked
package io.nowbridge.delivery;

import org.jspecify.annotations.NullMarked;
