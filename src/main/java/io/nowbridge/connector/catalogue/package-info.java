/** What all catalogues that come as files have in common: how their rows are handed over. */
@NullMarked
package io.nowbridge.connector.catalogue;

import org.jspecify.annotations.NullMarked;
