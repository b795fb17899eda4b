/** The Sync Activity Log as files: what is handed over at once, what is written behind the answer, and the archive. */
@NullMarked
package io.nowbridge.export;

import org.jspecify.annotations.NullMarked;
