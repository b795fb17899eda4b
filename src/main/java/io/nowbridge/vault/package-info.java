/** Secrets at rest: each encrypted with a key of its own, which a master key wraps. Depends on nothing of ours. */
@NullMarked
package io.nowbridge.vault;

import org.jspecify.annotations.NullMarked;
