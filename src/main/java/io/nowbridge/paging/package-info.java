/** A list handed out a page at a time. */
@NullMarked
package io.nowbridge.paging;

import org.jspecify.annotations.NullMarked;
