/** Tries a ServiceNow instance out: whatever a connection to it needs is looked at, and told with what to do about it. */
@NullMarked
package io.nowbridge.connector.servicenow.probe;

import org.jspecify.annotations.NullMarked;
