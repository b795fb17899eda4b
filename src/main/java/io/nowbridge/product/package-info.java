/** The distributor's catalogue, kept at the desk: what changed is found without asking the desk, and written in chunks. */
@NullMarked
package io.nowbridge.product;

import org.jspecify.annotations.NullMarked;
