/** Serves the features' ports with TD SYNNEX. */
@NullMarked
package io.nowbridge.connector.tdsynnex;

import org.jspecify.annotations.NullMarked;
