/** A stand-in for TD SYNNEX: its price file, its XML services, and a page for people. */
@NullMarked
package io.nowbridge.local.tdsynnex;

import org.jspecify.annotations.NullMarked;
