/** Chooses the connected system that serves a feature's port for a connection. */
@NullMarked
package io.nowbridge.connector;

import org.jspecify.annotations.NullMarked;
