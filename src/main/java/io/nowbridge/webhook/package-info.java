/** Messages that other systems send us: whether they are genuine, and what they say. */
@NullMarked
package io.nowbridge.webhook;

import org.jspecify.annotations.NullMarked;
