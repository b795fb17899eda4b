/** What the tests of all types of system share: the sheet they fill in, and a look at the network. */
@NullMarked
package io.nowbridge.connector.probe;

import org.jspecify.annotations.NullMarked;
