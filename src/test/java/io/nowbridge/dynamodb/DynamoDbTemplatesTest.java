package io.nowbridge.dynamodb;

import static io.nowbridge.template.TemplateFixtures.BY_MARIA;
import static io.nowbridge.template.TemplateFixtures.DESK;
import static io.nowbridge.template.TemplateFixtures.named;
import static io.nowbridge.template.TemplateFixtures.productSync;
import static io.nowbridge.template.TemplateFixtures.sorted;
import static io.nowbridge.template.TemplateFixtures.template;
import static io.nowbridge.template.TemplateFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.paging.Page;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.Templates;
import io.nowbridge.template.Templates.Enabling;
import io.nowbridge.template.TemplatesContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTemplatesTest extends TemplatesContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final String TABLE = "nowbridge-templates";

    @Override
    protected Templates emptyStore() {
        TABLES.empty(TABLE, Set.of("pk", "sk"));
        return store();
    }

    @Test
    void ofTwentyWhoChangeTheSameRevisionAtOnceOneWrites() {
        var templates = store();
        var read = template("a", productSync());
        templates.add(read).await().indefinitely();

        var written =
                atOnce(20, number -> store().change(read.replaced(named(productSync(), "Writer " + number), BY_MARIA)));

        assertThat(written).filteredOn(won -> won).hasSize(1);
        assertThat(templates.find(read.id()).await().indefinitely())
                .map(Template::revision)
                .contains(2L);
    }

    @Test
    void ofTwentyOfAKindThatAreEnabledAtOnceOneIs() {
        var templates = store();
        var candidates = IntStream.range(0, 20)
                .mapToObj(number -> template("candidate-" + number, productSync()))
                .toList();
        candidates.forEach(candidate -> templates.add(candidate).await().indefinitely());

        var outcomes =
                atOnce(20, number -> store().enable(candidates.get(number).switched(true, BY_MARIA)));

        assertThat(outcomes).filteredOn(Enabling.Enabled.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Enabling.Taken.class::isInstance).hasSize(19);
    }

    @Test
    void aRemovedTemplateLeavesNoItemBehind() {
        var templates = store();
        var template = template("a", productSync());
        templates.add(template).await().indefinitely();
        for (var count = 0; count < 30; count++) {
            template = template.replaced(named(productSync(), "Change " + count), BY_MARIA);
            templates.change(template).await().indefinitely();
        }

        templates.remove(template).await().indefinitely();
        templates.sweep(template.id()).await().indefinitely();

        assertThat(TABLES.items(TABLE)).isEmpty();
    }

    @Test
    void templatesOfTheLargestRequestAreKeptAndNoPageLeavesAnyOut() {
        var templates = store();
        var largest = IntStream.range(0, 10)
                .mapToObj(number -> template("a" + number, largest()))
                .toList();
        largest.forEach(template -> templates.add(template).await().indefinitely());
        templates.enable(largest.getFirst().switched(true, BY_MARIA)).await().indefinitely();

        var listed = templates.of(DESK).collect().asList().await().indefinitely();

        assertThat(listed).extracting(Template::id).containsExactlyElementsOf(ids(largest));
    }

    @Test
    void versionsOfTheLargestRequestAreListedToTheFirstAndRemoved() {
        var templates = store();
        var template = template("a", largest());
        templates.add(template).await().indefinitely();
        for (var count = 0; count < 8; count++) {
            template = template.replaced(named(template.form(), "Change " + count), BY_MARIA);
            templates.change(template).await().indefinitely();
        }
        var id = template.id();

        var revisions = Page.all(request -> templates.versions(id, request))
                .map(Template::revision)
                .collect()
                .asList()
                .await()
                .indefinitely();
        templates.remove(template).await().indefinitely();
        templates.sweep(template.id()).await().indefinitely();

        assertThat(revisions).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(TABLES.items(TABLE)).isEmpty();
    }

    // As much as the 256 KiB of a request hold: each value takes six bytes there beside itself.
    private static TemplateForm largest() {
        var categories = IntStream.range(0, 2_000)
                .boxed()
                .collect(Collectors.toMap("%09d"::formatted, number -> "c".repeat(100)));
        var units = IntStream.range(0, 200)
                .boxed()
                .collect(Collectors.toMap("%040d"::formatted, number -> "u".repeat(100)));
        var mappings = productSync().mappings();
        return with(
                productSync(),
                new Mappings(
                        mappings.tables(),
                        mappings.fields(),
                        sorted(Map.of("categories", sorted(categories), "units", sorted(units)))));
    }

    private static List<TemplateId> ids(List<Template> templates) {
        return templates.stream().map(Template::id).toList();
    }

    private static <T> List<T> atOnce(int count, IntFunction<Uni<T>> attempt) {
        return Uni.join()
                .all(IntStream.range(0, count).mapToObj(attempt).toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static Templates store() {
        return new DynamoDbTemplates(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
