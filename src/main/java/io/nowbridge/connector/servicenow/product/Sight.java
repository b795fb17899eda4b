package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Change;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.SysId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the instance has of some products.
 *
 * @param offers vendor items by their SKU, those of other vendors among them
 * @param models by their model number, those of other manufacturers among them
 * @param taken the SKUs of the same vendor's items that refer to models which were made for none
 */
record Sight(
        Map<String, List<Map<String, String>>> offers,
        Map<String, List<Map<String, String>>> models,
        Map<SysId, Set<String>> taken) {

    static final String CLASS = "sys_class_name";

    static final Sight NOTHING = new Sight(Map.of(), Map.of(), Map.of());

    /** The look-ups, vendor items first; {@code columns} are read besides what tells records apart. */
    static List<Operation> lookups(
            Layout layout, Collection<DeskProduct> products, Set<String> offerColumns, Set<String> modelColumns) {
        var operations = new ArrayList<Operation>();
        operations.addAll(Lookup.of(
                layout.offers(),
                and(offerColumns, Set.of(Layout.VENDOR, Layout.MODEL)),
                layout.skuColumn(),
                products.stream().map(product -> product.sku().value()).toList()));
        var numbers = new TreeMap<String, Set<String>>();
        products.forEach(product -> modelNumber(product)
                .ifPresent(number -> numbers.computeIfAbsent(Layout.familyOf(product.table()), table -> new HashSet<>())
                        .add(number)));
        var told = new HashSet<>(modelColumns);
        told.add(CLASS);
        layout.manufacturerColumn().ifPresent(told::add);
        numbers.forEach(
                (table, values) -> operations.addAll(Lookup.of(table, told, layout.modelNumberColumn(), values)));
        return operations;
    }

    /** What came of these look-ups. */
    static Sight of(Layout layout, List<Operation> lookups, List<Outcome.Found> found) {
        var offers = new HashMap<String, List<Map<String, String>>>();
        var models = new HashMap<String, List<Map<String, String>>>();
        for (var i = 0; i < lookups.size(); i++) {
            var isOffers = lookups.get(i).table().equals(layout.offers());
            var column = isOffers ? layout.skuColumn() : layout.modelNumberColumn();
            for (var row : found.get(i).rows()) {
                (isOffers ? offers : models)
                        .computeIfAbsent(DerivedIds.normalised(Lookup.text(row, column)), value -> new ArrayList<>())
                        .add(row);
            }
        }
        return new Sight(offers, models, Map.of());
    }

    Optional<Map<String, String>> offer(Layout layout, ConnectionId distributor, DeskProduct product, SysId vendor) {
        var sku = product.sku();
        return Lookup.match(
                offers.getOrDefault(DerivedIds.normalised(sku.value()), List.of()),
                DerivedIds.offer(distributor, sku),
                Map.of(layout.skuColumn(), sku.value(), Layout.VENDOR, vendor.value()));
    }

    /** Who refers to the models that were made for no SKU: {@code rows} are vendor items. */
    Sight taken(Layout layout, SysId vendor, Collection<Map<String, String>> rows) {
        var skus = new HashMap<SysId, Set<String>>();
        for (var row : rows) {
            if (Lookup.reference(row, Layout.VENDOR).equals(Optional.of(vendor))) {
                Lookup.reference(row, Layout.MODEL)
                        .ifPresent(model -> skus.computeIfAbsent(model, any -> new HashSet<>())
                                .add(DerivedIds.normalised(Lookup.text(row, layout.skuColumn()))));
            }
        }
        return new Sight(offers, models, skus);
    }

    /** The models that were made for no SKU. */
    Set<String> strangers() {
        return models.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> Lookup.id(row).stream())
                .filter(id -> !DerivedIds.isModel(id))
                .map(SysId::value)
                .collect(Collectors.toSet());
    }

    /**
     * A product's own model, else the one that is its to take over: of as many as there are of a part number, each SKU has its
     * own, in the order of their plan; who finds none left, or his taken, has one made.
     */
    Optional<Map<String, String>> model(ConnectionId distributor, Change change, Map<String, String> key) {
        var sku = DerivedIds.normalised(change.sku().value());
        return Lookup.own(rows(change), DerivedIds.model(distributor, change.sku()))
                .or(() -> Lookup.others(rows(change), key)
                        .skip(change.twins())
                        .findFirst()
                        .filter(row -> Lookup.id(row)
                                .map(id -> taken.getOrDefault(id, Set.of(sku)))
                                .filter(skus -> skus.contains(sku))
                                .isPresent()));
    }

    /** The models of a product's key that others may have, or have. */
    Set<SysId> notIts(Change change, Map<String, String> key, Optional<SysId> its) {
        return Lookup.others(rows(change), key)
                .flatMap(row -> Lookup.id(row).stream())
                .filter(id -> !its.equals(Optional.of(id)))
                .collect(Collectors.toSet());
    }

    private List<Map<String, String>> rows(Change change) {
        return modelNumber(change.wanted())
                .map(number -> models.getOrDefault(DerivedIds.normalised(number), List.of()))
                .orElse(List.of());
    }

    static Optional<String> modelNumber(DeskProduct product) {
        return Optional.ofNullable(product.product().get("manufacturerPartNumber"))
                .map(String::strip)
                .filter(number -> !number.isEmpty());
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
