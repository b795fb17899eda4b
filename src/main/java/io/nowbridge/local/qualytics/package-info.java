/** A stand-in for Qualytics: its API, its flows that call others, and a page for people. */
@NullMarked
package io.nowbridge.local.qualytics;

import org.jspecify.annotations.NullMarked;
