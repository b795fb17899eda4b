/** Rules by which tickets are opened without a hand. */
@NullMarked
package io.nowbridge.rule;

import org.jspecify.annotations.NullMarked;
