/** Development and tests only: the template run on one machine, and the stand-ins for remote ends. Never shipped. */
@NullMarked
package io.nowbridge.local;

import org.jspecify.annotations.NullMarked;
