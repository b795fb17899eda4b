package io.nowbridge.product;

/**
 * What a product's two records at the desk were last written as, in 64 bits each: equal imprints mean that nothing is to be
 * written. 0 stands for what is not known, and never equals anything.
 */
public record Imprint(long product, long offer) {

    public static final long UNKNOWN = 0;

    public boolean says(Part part, Imprint wanted) {
        return switch (part) {
            case PRODUCT -> product != UNKNOWN && product == wanted.product;
            case OFFER -> offer != UNKNOWN && offer == wanted.offer;
        };
    }
}
