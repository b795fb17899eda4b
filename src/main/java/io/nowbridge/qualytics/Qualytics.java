package io.nowbridge.qualytics;

/** One Qualytics instance, spoken to as the owner of a token. */
public interface Qualytics {

    Anomalies anomalies();

    Comments comments();
}
