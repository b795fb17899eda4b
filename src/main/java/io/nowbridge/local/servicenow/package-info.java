/** A ServiceNow instance on one port of this machine, faithful enough for clients that were written for the real one. */
@NullMarked
package io.nowbridge.local.servicenow;

import org.jspecify.annotations.NullMarked;
