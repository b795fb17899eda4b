/** Purchase orders of a ServiceNow instance, with what they are made to show. */
@NullMarked
package io.nowbridge.connector.servicenow.order;

import org.jspecify.annotations.NullMarked;
