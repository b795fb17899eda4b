package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import io.nowbridge.paging.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One attempt at an export's file: pages become rows, rows become parts, and each part is noted. */
final class Writing {

    /**
     * What every attempt works with.
     *
     * @param note keeps how far an export has come
     * @param partBytes how full a part is at least
     */
    record Tools(Walk walk, Layouts layouts, Function<Export, Uni<Export>> note, int partBytes) {}

    private final Tools tools;
    private final ExportFiles files;

    // As it was noted last.
    private Export export;

    Writing(Tools tools, ExportFiles files, Export begun) {
        this.tools = tools;
        this.files = files;
        this.export = begun;
    }

    /** Writes until {@code timeIsUp}, or to the end. */
    Uni<Export> until(BooleanSupplier timeIsUp) {
        if (export.state() != Export.State.UNDER_WAY) {
            return Uni.createFrom().item(export);
        }
        return sheet().flatMap(sheet -> tools.walk()
                .from(
                        export.progress().cursor(),
                        export.wanted(),
                        page -> step(sheet, page).map(done -> !timeIsUp.getAsBoolean()))
                .flatMap(place -> place.isEmpty() ? last(sheet) : rest(sheet, place)));
    }

    private Uni<Sheet> sheet() {
        var progress = export.progress();
        return tools.layouts()
                .of(export.format())
                .flatMap(rows -> progress.restKept()
                        ? files.rest(progress.begun(), progress.rests())
                                .map(rest -> new Sheet(rows, rest, progress.entries()))
                        : Uni.createFrom()
                                .item(() -> progress.cursor().isEmpty()
                                        ? Sheet.blank(rows)
                                        : new Sheet(rows, new byte[0], progress.entries())));
    }

    // The last page is left to the end: what is noted with it is that nothing comes after it.
    private Uni<Void> step(Sheet sheet, Page<Activity> page) {
        sheet.add(page.items());
        if (page.next().isEmpty() || sheet.size() < tools.partBytes()) {
            return Uni.createFrom().voidItem();
        }
        return part(sheet)
                .flatMap(tag -> note(export.with(export.progress().withPart(tag, page.next(), sheet.entries()))))
                .replaceWithVoid();
    }

    private Uni<Export> last(Sheet sheet) {
        return part(sheet)
                .flatMap(tag ->
                        note(export.written(export.progress().withPart(tag, Optional.empty(), sheet.entries()))));
    }

    private Uni<Export> rest(Sheet sheet, Optional<String> place) {
        var next = export.progress().withRest(place, sheet.entries());
        return files.keepRest(next.begun(), next.rests(), sheet.take()).flatMap(kept -> note(export.with(next)));
    }

    private Uni<String> part(Sheet sheet) {
        var number = export.progress().tags().size() + 1;
        return files.part(export.progress().begun(), number, sheet.take());
    }

    private Uni<Export> note(Export next) {
        return tools.note().apply(next).invoke(noted -> export = noted);
    }
}
