package io.nowbridge.order;

/** What became of what somebody has decided about an order. */
public sealed interface Decision {

    /** It is like this now, and on its way. */
    record Made(Order order) implements Decision {}

    /** Its stage does not allow it, or somebody is at work on it. */
    record NotNow(Order order, String cause) implements Decision {}

    record NoSuchOrder() implements Decision {}
}
