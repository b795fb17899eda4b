/** The Sync Activity Log: an entry for every action, with its result and who must act. */
@NullMarked
package io.nowbridge.activity;

import org.jspecify.annotations.NullMarked;
