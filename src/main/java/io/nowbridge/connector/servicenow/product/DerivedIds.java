package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.DerivedId;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Sku;
import io.nowbridge.servicenow.SysId;
import java.util.Locale;
import java.util.Optional;

/** The keys under which records of products are created. */
final class DerivedIds {

    // "nowb": of what is left of the key, 96 bits tell models apart.
    private static final String MODEL = "6e6f7762";

    private DerivedIds() {}

    /** Of a company, by its name in any case. */
    static SysId company(String name) {
        return DerivedId.of("company", normalised(name));
    }

    /** Of the product model of what one distributor sells. */
    static SysId model(ConnectionId distributor, Sku sku) {
        var key = DerivedId.of("model", distributor.value(), sku.value()).value();
        return new SysId(MODEL + key.substring(MODEL.length()));
    }

    /**
     * Whether a key is that of a model that was made for a SKU. A distributor sells one part number under several SKUs, new and
     * refurbished, which describe themselves differently: each has its model, and none is taken for another's.
     */
    static boolean isModel(SysId id) {
        return id.value().startsWith(MODEL);
    }

    /** Of what one distributor offers. */
    static SysId offer(ConnectionId distributor, Sku sku) {
        return DerivedId.of("offer", distributor.value(), sku.value());
    }

    /** Where a product's records are, as far as they have other keys. */
    static DeskIds others(ConnectionId distributor, Sku sku, Optional<SysId> model, Optional<SysId> offer) {
        return new DeskIds(
                model.filter(id -> !id.equals(model(distributor, sku))).map(SysId::value),
                offer.filter(id -> !id.equals(offer(distributor, sku))).map(SysId::value));
    }

    /** As names and part numbers are compared. */
    static String normalised(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
