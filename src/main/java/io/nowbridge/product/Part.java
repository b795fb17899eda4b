package io.nowbridge.product;

/** Which of its two records at the desk: each is written when it itself has changed. */
public enum Part {
    /** What it is, whoever sells it. */
    PRODUCT,
    /** That this distributor sells it, and for how much. */
    OFFER
}
