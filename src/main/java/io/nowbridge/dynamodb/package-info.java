/** What the features remember, kept in DynamoDB: one class per port, one table per class. */
@NullMarked
package io.nowbridge.dynamodb;

import org.jspecify.annotations.NullMarked;
