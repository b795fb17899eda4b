/** Serves the features' ports with price lists that have a column for each field. */
@NullMarked
package io.nowbridge.connector.csv;

import org.jspecify.annotations.NullMarked;
