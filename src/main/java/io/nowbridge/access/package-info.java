/** Who is asking, as the verified token says, and what the role and the teams allow. */
@NullMarked
package io.nowbridge.access;

import org.jspecify.annotations.NullMarked;
