/** Texts with placeholders, by Qute. */
@NullMarked
package io.nowbridge.wording;

import org.jspecify.annotations.NullMarked;
