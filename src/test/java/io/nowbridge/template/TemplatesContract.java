package io.nowbridge.template;

import static io.nowbridge.template.TemplateFixtures.BY_MARIA;
import static io.nowbridge.template.TemplateFixtures.DESK;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static io.nowbridge.template.TemplateFixtures.between;
import static io.nowbridge.template.TemplateFixtures.named;
import static io.nowbridge.template.TemplateFixtures.orderStatus;
import static io.nowbridge.template.TemplateFixtures.productSync;
import static io.nowbridge.template.TemplateFixtures.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.Templates.Enabling;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Templates}, for every store that keeps them. */
public abstract class TemplatesContract {

    private static final Change LATER = new Change("otto", Instant.parse("2026-01-05T10:00:00Z"));
    private static final PageRequest FIRST_TWO = new PageRequest(2, Optional.empty());
    private static final PageRequest FIRST_HUNDRED = new PageRequest(100, Optional.empty());

    private Templates templates;

    /** A store without templates. */
    protected abstract Templates emptyStore();

    @BeforeEach
    void startEmpty() {
        templates = emptyStore();
    }

    @Test
    void whatIsAddedIsFoundAsItWas() {
        var sync = add("a", productSync());
        var rated = add(
                "b",
                new TemplateForm(
                        TemplateKind.GET_ORDER_STATUS,
                        "Status",
                        DESK,
                        DISTRIBUTOR,
                        TemplateFixtures.EVERY_HOUR,
                        orderStatus().mappings(),
                        orderStatus().options()));

        assertThat(find("a")).contains(sync);
        assertThat(find("b")).contains(rated);
    }

    @Test
    void whatNobodyAddedIsNotFound() {
        assertThat(find("a")).isEmpty();
    }

    @Test
    void pagesFollowTheIdsToTheLast() {
        var all = List.of(add("a", productSync()), add("b", productSync()), add("c", orderStatus()));

        var first = await(templates.page(FIRST_TWO));
        var second = await(templates.page(new PageRequest(2, first.next())));

        assertThat(first.items()).isEqualTo(all.subList(0, 2));
        assertThat(second).isEqualTo(new Page<>(all.subList(2, 3), Optional.empty()));
    }

    @Test
    void aPageThatIsJustFullIsTheLastOne() {
        add("a", productSync());
        add("b", productSync());

        assertThat(await(templates.page(FIRST_TWO)).next()).isEmpty();
    }

    @Test
    void eachOfBothConnectionsHasTheTemplate() {
        var other = new ConnectionId("other");
        var joined = add("a", productSync());
        add("b", between(productSync(), other, new ConnectionId("another")));

        assertThat(await(templates.page(DESK, FIRST_HUNDRED)).items()).containsExactly(joined);
        assertThat(await(templates.page(DISTRIBUTOR, FIRST_HUNDRED)).items()).containsExactly(joined);
        assertThat(await(templates.page(other, FIRST_HUNDRED)).items()).hasSize(1);
    }

    @Test
    void allOfAConnectionAreReadPageByPage() {
        IntStream.range(0, 205).forEach(number -> add("t%03d".formatted(number), productSync()));

        var all = await(templates.of(DESK).collect().asList());

        assertThat(all)
                .extracting(template -> template.id().value())
                .hasSize(205)
                .isSorted();
    }

    @Test
    void aChangeShowsWhereverTheTemplateIsListed() {
        var changed = add("a", productSync()).replaced(named(productSync(), "Night run"), LATER);

        assertThat(await(templates.change(changed))).isTrue();

        assertThat(find("a")).contains(changed);
        assertThat(await(templates.page(FIRST_HUNDRED)).items()).containsExactly(changed);
        assertThat(await(templates.page(DISTRIBUTOR, FIRST_HUNDRED)).items()).containsExactly(changed);
    }

    @Test
    void ofTwoWhoReadTheSameOneWrites() {
        var read = add("a", productSync());
        var mine = read.replaced(named(productSync(), "Mine"), LATER);
        var theirs = read.replaced(named(productSync(), "Theirs"), LATER);

        assertThat(await(templates.change(mine))).isTrue();
        assertThat(await(templates.change(theirs))).isFalse();
        assertThat(find("a")).contains(mine);
        assertThat(await(templates.versions(read.id(), FIRST_HUNDRED)).items()).containsExactly(mine, read);
    }

    @Test
    void whatIsNoMoreCannotBeChanged() {
        var gone = template("a", productSync());

        assertThat(await(templates.change(gone.replaced(productSync(), LATER)))).isFalse();
        assertThat(find("a")).isEmpty();
    }

    @Test
    void everyChangeKeepsAVersionNewestFirst() {
        var first = add("a", productSync());
        var second = first.replaced(named(productSync(), "Second"), LATER);
        var third = second.switched(true, LATER);
        await(templates.change(second));
        await(templates.enable(third));

        var newest = await(templates.versions(first.id(), FIRST_TWO));
        var oldest = await(templates.versions(first.id(), new PageRequest(2, newest.next())));

        assertThat(newest.items()).containsExactly(third, second);
        assertThat(oldest).isEqualTo(new Page<>(List.of(first), Optional.empty()));
        assertThat(await(templates.version(first.id(), 2))).contains(second);
        assertThat(await(templates.version(first.id(), 4))).isEmpty();
    }

    @Test
    void aVersionTenIsNewerThanAVersionNine() {
        var template = add("a", productSync());
        for (var count = 0; count < 10; count++) {
            template = template.replaced(named(productSync(), "Change " + count), LATER);
            await(templates.change(template));
        }

        assertThat(await(templates.versions(template.id(), FIRST_TWO)).items())
                .extracting(Template::revision)
                .containsExactly(11L, 10L);
    }

    @Test
    void ofOneKindOneIsEnabledBetweenTheSameTwo() {
        var first = add("a", productSync()).switched(true, LATER);
        var second = add("b", productSync()).switched(true, LATER);

        assertThat(await(templates.enable(first))).isEqualTo(new Enabling.Enabled());
        assertThat(await(templates.enable(second))).isEqualTo(new Enabling.Taken(first.id()));
        assertThat(find("b").map(Template::enabled)).contains(false);
    }

    @Test
    void anotherKindOrAnotherPairIsEnabledBeside() {
        await(templates.enable(add("a", productSync()).switched(true, LATER)));
        var otherKind = add("b", orderStatus()).switched(true, LATER);
        var otherPair = add("c", between(productSync(), DESK, new ConnectionId("second")))
                .switched(true, LATER);

        assertThat(await(templates.enable(otherKind))).isEqualTo(new Enabling.Enabled());
        assertThat(await(templates.enable(otherPair))).isEqualTo(new Enabling.Enabled());
    }

    @Test
    void whatIsDisabledLeavesItsPlaceToAnother() {
        var first = add("a", productSync()).switched(true, LATER);
        var second = add("b", productSync()).switched(true, LATER);
        await(templates.enable(first));

        assertThat(await(templates.disable(first.switched(false, LATER)))).isTrue();

        assertThat(await(templates.enable(second))).isEqualTo(new Enabling.Enabled());
    }

    @Test
    void anEnabledTemplateThatChangesKeepsItsPlace() {
        var first = add("a", productSync()).switched(true, LATER);
        var second = add("b", productSync()).switched(true, LATER);
        await(templates.enable(first));

        await(templates.change(first.replaced(named(productSync(), "Changed"), LATER)));

        assertThat(await(templates.enable(second))).isEqualTo(new Enabling.Taken(first.id()));
    }

    @Test
    void whatWasChangedMeanwhileIsNeitherEnabledNorDisabled() {
        var read = add("a", productSync());
        await(templates.change(read.replaced(named(productSync(), "Changed"), LATER)));

        assertThat(await(templates.enable(read.switched(true, BY_MARIA)))).isEqualTo(new Enabling.ChangedMeanwhile());
        assertThat(await(templates.disable(read.switched(false, BY_MARIA)))).isFalse();
        assertThat(find("a").map(Template::revision)).contains(2L);
    }

    @Test
    void anEnablingThatCameTooLateTakesNoPlace() {
        var read = add("a", productSync());
        await(templates.change(read.replaced(named(productSync(), "Changed"), LATER)));
        await(templates.enable(read.switched(true, BY_MARIA)));

        var other = add("b", productSync()).switched(true, LATER);

        assertThat(await(templates.enable(other))).isEqualTo(new Enabling.Enabled());
    }

    @Test
    void whatIsRemovedIsListedNowhereAndOnceSweptUpHasNoVersions() {
        var removed = add("a", productSync());

        assertThat(await(templates.remove(removed))).isTrue();
        await(templates.sweep(removed.id()));

        assertThat(find("a")).isEmpty();
        assertThat(await(templates.page(FIRST_HUNDRED)).items()).isEmpty();
        assertThat(await(templates.page(DESK, FIRST_HUNDRED)).items()).isEmpty();
        assertThat(await(templates.page(DISTRIBUTOR, FIRST_HUNDRED)).items()).isEmpty();
        assertThat(await(templates.versions(removed.id(), FIRST_HUNDRED)).items())
                .isEmpty();
    }

    @Test
    void anEnabledTemplateIsNotRemoved() {
        var enabled = add("a", productSync()).switched(true, LATER);
        await(templates.enable(enabled));

        assertThat(await(templates.remove(enabled))).isFalse();
        assertThat(find("a")).contains(enabled);
    }

    @Test
    void whatWasChangedMeanwhileIsNotRemoved() {
        var read = add("a", productSync());
        await(templates.change(read.replaced(named(productSync(), "Changed"), LATER)));

        assertThat(await(templates.remove(read))).isFalse();
        assertThat(await(templates.versions(read.id(), FIRST_HUNDRED)).items()).hasSize(2);
    }

    private Template add(String id, TemplateForm form) {
        var template = template(id, form);
        await(templates.add(template));
        return template;
    }

    private Optional<Template> find(String id) {
        return await(templates.find(new TemplateId(id)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
