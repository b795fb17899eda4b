package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Chance.Question;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The price file of a day: a zip with one text of {@code ~}-separated fields without names, an {@code HDR} row and a {@code
 * DTL} row for each product. The same catalogue always makes the same bytes.
 *
 * <p>Source: price file 4.3.
 */
final class PriceFile {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private final Catalogue catalogue;
    private final Scenario scenario;
    private final Chance chance;
    private final String account;

    PriceFile(Catalogue catalogue, String account) {
        this.catalogue = catalogue;
        this.scenario = catalogue.scenario();
        this.chance = new Chance(scenario.seed());
        this.account = account;
    }

    /** Writes it row by row and closes the stream. */
    void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out);
                var text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.US_ASCII), 1 << 16)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var entry = new ZipEntry(account + ".ap");
            entry.setTimeLocal(scenario.date().atTime(LocalTime.MIDNIGHT));
            zip.putNextEntry(entry);
            line(text, header());
            var rows = catalogue.listed().iterator();
            while (rows.hasNext()) {
                row(text, rows.next());
            }
        }
    }

    private String header() {
        return String.join("~", account, "HDR", scenario.date().format(SHORT_DATE), "", scenario.delta() ? "U" : "C");
    }

    private void row(BufferedWriter text, Listing listing) throws IOException {
        var sku = Integer.parseInt(listing.sku());
        var isLeftOut = (scenario.delta() && !listing.isNews(scenario.date()))
                || chance.share(Question.LOSS, sku, scenario.day()) < scenario.missingShare();
        if (!isLeftOut) {
            var row = new PriceFileRow(account, listing);
            line(text, isDamaged(sku) ? damaged(row, sku) : row.line());
        }
    }

    private boolean isDamaged(int sku) {
        return chance.share(Question.DAMAGE, sku, scenario.day()) < scenario.malformedShare();
    }

    private String damaged(PriceFileRow row, int sku) {
        return switch (sku % 3) {
            case 0 -> row.line().substring(0, row.line().length() / 3);
            case 1 -> row.put(5, "").line();
            default -> row.put(13, "#VALUE!").line();
        };
    }

    private static void line(BufferedWriter text, String line) throws IOException {
        text.write(line);
        text.write('\n');
    }
}
