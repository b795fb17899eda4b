/** What a remote system may be asked for at once, by all instances of all functions together. */
@NullMarked
package io.nowbridge.budget;

import org.jspecify.annotations.NullMarked;
