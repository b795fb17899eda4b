/** The distributor's products in a ServiceNow instance: its product catalogue, written in one of three ways. */
@NullMarked
package io.nowbridge.connector.servicenow.product;

import org.jspecify.annotations.NullMarked;
