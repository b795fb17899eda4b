/**
 * Carries one request to a server that a user named, and its answer back: judged, in time, and once; a read may be tried again.
 */
@NullMarked
package io.nowbridge.http;

import org.jspecify.annotations.NullMarked;
