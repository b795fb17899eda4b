/** The queues that wake whoever works on anomalies, tickets, products and orders, kept in SQS. What a message wakes for is in the tables. */
@NullMarked
package io.nowbridge.sqs;

import org.jspecify.annotations.NullMarked;
