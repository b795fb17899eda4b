/** What every stand-in for a remote system shares: a server that records what it receives and misbehaves on request. */
@NullMarked
package io.nowbridge.local.standin;

import org.jspecify.annotations.NullMarked;
