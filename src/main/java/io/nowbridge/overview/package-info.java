/** What whoever opens the console sees first. */
@NullMarked
package io.nowbridge.overview;

import org.jspecify.annotations.NullMarked;
