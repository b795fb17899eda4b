/** Where a URL may point: what users may have Nowbridge connect to, and the one address that it then connects to. */
@NullMarked
package io.nowbridge.egress;

import org.jspecify.annotations.NullMarked;
