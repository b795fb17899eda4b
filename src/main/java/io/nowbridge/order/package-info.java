/** Orders: what the desk's purchase orders ask for, placed at a distributor once, and followed to the last parcel. */
@NullMarked
package io.nowbridge.order;

import org.jspecify.annotations.NullMarked;
