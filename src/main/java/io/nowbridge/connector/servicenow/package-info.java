/** Makes the ServiceNow client serve the features' ports. */
@NullMarked
package io.nowbridge.connector.servicenow;

import org.jspecify.annotations.NullMarked;
