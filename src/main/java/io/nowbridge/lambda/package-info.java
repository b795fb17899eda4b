/** One handler per deployed function, and the edges they share: parse, run, word. */
@NullMarked
package io.nowbridge.lambda;

import org.jspecify.annotations.NullMarked;
