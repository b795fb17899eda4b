package io.nowbridge.lambda;

import io.nowbridge.product.ShowCatalogue.Category;
import io.nowbridge.product.ShowCatalogue.Contents;
import io.nowbridge.product.ShowCatalogue.Manufacturer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** What there is in a catalogue to select from, as the API shows it. */
@RegisterForReflection
record CatalogueReply(
        RunReply.EditionReply edition,
        long products,
        List<CategoryReply> categories,
        List<ManufacturerReply> manufacturers,
        List<StatusReply> statuses) {

    @RegisterForReflection
    record CategoryReply(String code, long products, List<CategoryReply> children) {

        static CategoryReply of(Category category) {
            return new CategoryReply(
                    category.code(),
                    category.products(),
                    category.children().stream().map(CategoryReply::of).toList());
        }
    }

    @RegisterForReflection
    record ManufacturerReply(String name, long products) {

        static ManufacturerReply of(Manufacturer manufacturer) {
            return new ManufacturerReply(manufacturer.name(), manufacturer.products());
        }
    }

    @RegisterForReflection
    record StatusReply(String status, long products) {}

    static CatalogueReply of(Contents contents) {
        return new CatalogueReply(
                RunReply.EditionReply.of(contents.edition()),
                contents.products(),
                contents.categories().stream().map(CategoryReply::of).toList(),
                contents.manufacturers().stream().map(ManufacturerReply::of).toList(),
                contents.statuses().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(status -> new StatusReply(Spelling.word(status.getKey()), status.getValue()))
                        .toList());
    }
}
