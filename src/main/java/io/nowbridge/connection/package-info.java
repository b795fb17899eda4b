/** Connections to the systems outside: what they are called, where they are, and how they fail. */
@NullMarked
package io.nowbridge.connection;

import org.jspecify.annotations.NullMarked;
