/** Templates: what flows between a desk and a distributor, when, and what is called how at each end. */
@NullMarked
package io.nowbridge.template;

import org.jspecify.annotations.NullMarked;
