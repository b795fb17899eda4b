package io.nowbridge.template;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Templates and their versions in maps; can be made to meet with somebody who is faster. */
public final class InMemoryTemplates implements Templates {

    private final NavigableMap<String, Template> templates = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<Long, Template>> versions = new TreeMap<>();

    private Runnable faster = () -> {};

    /** What somebody else does just before the next write. */
    void beforeTheNextWrite(Runnable doing) {
        faster = doing;
    }

    @Override
    public Uni<Page<Template>> page(PageRequest request) {
        return page(request, template -> true);
    }

    @Override
    public Uni<Page<Template>> page(ConnectionId connection, PageRequest request) {
        return page(
                request,
                template -> template.form().desk().equals(connection)
                        || template.form().distributor().equals(connection));
    }

    private Uni<Page<Template>> page(PageRequest request, Predicate<Template> wanted) {
        return Uni.createFrom().item(() -> {
            var rest = templates.tailMap(request.from().orElse(""), false).values().stream()
                    .filter(wanted)
                    .toList();
            return page(rest, request, last -> last.id().value());
        });
    }

    private static Page<Template> page(List<Template> rest, PageRequest request, Function<Template, String> place) {
        return rest.size() <= request.size()
                ? new Page<>(rest, Optional.empty())
                : new Page<>(rest.subList(0, request.size()), Optional.of(place.apply(rest.get(request.size() - 1))));
    }

    @Override
    public Uni<Optional<Template>> find(TemplateId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(templates.get(id.value())));
    }

    @Override
    public Uni<Void> add(Template template) {
        return Uni.createFrom().voidItem().invoke(() -> write(template));
    }

    @Override
    public Uni<Boolean> change(Template changed) {
        return Uni.createFrom().item(() -> isNext(changed) && write(changed));
    }

    @Override
    public Uni<Enabling> enable(Template enabled) {
        return Uni.createFrom().item(() -> {
            var other = templates.values().stream()
                    .filter(template -> template.enabled()
                            && !template.id().equals(enabled.id())
                            && template.form().hasTheTaskOf(enabled.form()))
                    .findFirst();
            if (other.isPresent()) {
                return new Enabling.Taken(other.get().id());
            }
            return isNext(enabled) && write(enabled) ? new Enabling.Enabled() : new Enabling.ChangedMeanwhile();
        });
    }

    @Override
    public Uni<Boolean> disable(Template disabled) {
        return change(disabled);
    }

    @Override
    public Uni<Boolean> remove(Template template) {
        return Uni.createFrom().item(() -> {
            letTheFasterGoFirst();
            var held = templates.get(template.id().value());
            var unchanged = held != null && held.revision() == template.revision() && !held.enabled();
            if (unchanged) {
                templates.remove(template.id().value());
            }
            return unchanged;
        });
    }

    @Override
    public Uni<Void> sweep(TemplateId id) {
        return Uni.createFrom().voidItem().invoke(() -> versions.remove(id.value()));
    }

    @Override
    public Uni<Page<Template>> versions(TemplateId id, PageRequest request) {
        return Uni.createFrom().item(() -> {
            var all = versions.getOrDefault(id.value(), new TreeMap<>());
            var before = request.from().map(Long::parseLong).orElse(Long.MAX_VALUE);
            var rest = List.copyOf(all.headMap(before, false).descendingMap().values());
            return page(rest, request, last -> Long.toString(last.revision()));
        });
    }

    @Override
    public Uni<Optional<Template>> version(TemplateId id, long revision) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(
                        versions.getOrDefault(id.value(), new TreeMap<>()).get(revision)));
    }

    private void letTheFasterGoFirst() {
        var first = faster;
        faster = () -> {};
        first.run();
    }

    private boolean isNext(Template changed) {
        letTheFasterGoFirst();
        var held = templates.get(changed.id().value());
        return held != null && held.revision() == changed.revision() - 1;
    }

    private boolean write(Template template) {
        templates.put(template.id().value(), template);
        versions.computeIfAbsent(template.id().value(), id -> new TreeMap<>()).put(template.revision(), template);
        return true;
    }
}
