/** The ServiceNow client: an instance's tables as typed, reactive Java. Depends on nothing of ours. */
@NullMarked
package io.nowbridge.servicenow;

import org.jspecify.annotations.NullMarked;
