/** A client of the distributor TD SYNNEX: its price file and its XML services, in its own words. */
@NullMarked
package io.nowbridge.tdsynnex;

import org.jspecify.annotations.NullMarked;
