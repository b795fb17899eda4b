/** What an administrator does before anything flows: connect a system, test it, renew its credentials, disconnect it. */
@NullMarked
package io.nowbridge.setup;

import org.jspecify.annotations.NullMarked;
