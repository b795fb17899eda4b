package io.nowbridge.product;

import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;

/** A product in the making, which differs from another in what a test says. */
final class Sketch {

    String partNumber;
    String manufacturer;
    String name;
    Status status;
    String category;
    Prices prices;

    private final Product from;

    Sketch(Product from) {
        this.from = from;
        this.partNumber = from.manufacturerPartNumber();
        this.manufacturer = from.manufacturer();
        this.name = from.name();
        this.status = from.status();
        this.category = from.category();
        this.prices = from.prices();
    }

    Product drawn() {
        return new Product(
                from.sku(),
                partNumber,
                manufacturer,
                name,
                from.description(),
                status,
                category,
                prices,
                from.quantity(),
                from.unit(),
                from.upc(),
                from.weight(),
                from.replacedBy(),
                from.minimumQuantity());
    }
}
