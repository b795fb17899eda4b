package io.nowbridge.product;

import io.nowbridge.template.Categories;
import io.nowbridge.template.ProductSync;
import io.nowbridge.template.Template;
import java.util.Optional;

/** Says of products why they are not written for now. */
final class HeldBack {

    // Lengths that the columns of the desk must have, as the sheet of the template demands them: these are not cut.
    private static final int LONGEST_SKU = 20;
    private static final int LONGEST_PART_NUMBER = 30;

    private static final String REVIEW = "review";
    private static final String MAPPED_CATEGORIES = "mapped-categories";

    private final String newProducts;
    private final Categories categories;
    private final Selection selection;

    private HeldBack(String newProducts, Categories categories, Selection selection) {
        this.newProducts = newProducts;
        this.categories = categories;
        this.selection = selection;
    }

    /** As a template wants it. */
    static HeldBack of(Template template) {
        return new HeldBack(
                ProductSync.NEW_PRODUCTS.of(template), ProductSync.categories(template), Selection.of(template));
    }

    /** Why a product that the desk does not have is not created, if it is not. */
    Optional<String> ofNew(Product product) {
        if (newProducts.equals(REVIEW) && !selection.skus().contains(product.sku())) {
            return Optional.of("New products are reviewed first: add its SKU to those that are selected");
        }
        if (newProducts.equals(MAPPED_CATEGORIES)
                && categories.of(product.category()).isEmpty()) {
            return Optional.of("Its category " + product.category() + " is not mapped");
        }
        return ofAny(product);
    }

    /** Why a product cannot be written at all, if it cannot. */
    Optional<String> ofAny(Product product) {
        if (product.manufacturerPartNumber().isBlank()) {
            return Optional.of("It has no manufacturer's part number");
        }
        if (product.manufacturerPartNumber().length() > LONGEST_PART_NUMBER) {
            return Optional.of("Its manufacturer's part number is longer than " + LONGEST_PART_NUMBER + " characters");
        }
        return product.sku().value().length() > LONGEST_SKU
                ? Optional.of("Its SKU is longer than " + LONGEST_SKU + " characters")
                : Optional.empty();
    }
}
