package io.nowbridge.tdsynnex;

import static io.nowbridge.tdsynnex.PriceFiles.HEADER;
import static io.nowbridge.tdsynnex.PriceFiles.detail;
import static io.nowbridge.tdsynnex.PriceFiles.stream;
import static io.nowbridge.tdsynnex.PriceFiles.zip;
import static io.nowbridge.tdsynnex.PriceFiles.zipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.tdsynnex.PriceLine.Detail;
import io.nowbridge.tdsynnex.PriceLine.Header;
import io.nowbridge.tdsynnex.PriceLine.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileTest {

    @Test
    void eachFieldIsWhereTheDescriptionOfTheFileHasIt() {
        var line = detail(
                "1031808",
                Map.ofEntries(
                        Map.entry(3, "52107201"),
                        Map.entry(4, "OKI-52107201"),
                        Map.entry(6, "A"),
                        Map.entry(7, "TONER BLACK"),
                        Map.entry(8, "OKIDATA"),
                        Map.entry(10, "42"),
                        Map.entry(13, "27.12"),
                        Map.entry(14, "39.99"),
                        Map.entry(21, "30.50"),
                        Map.entry(25, "001002003"),
                        Map.entry(28, "1.75"),
                        Map.entry(34, "051851403281"),
                        Map.entry(40, "T"),
                        Map.entry(50, "Black toner for 2,000 pages"),
                        Map.entry(51, "in a box"),
                        Map.entry(65, "1031809"),
                        Map.entry(66, "5"),
                        Map.entry(70, "7")));

        var lines = read(zip(HEADER, line));

        assertThat(lines)
                .containsExactly(
                        new Header(Optional.of(LocalDate.of(2026, 1, 5)), true),
                        new Detail(
                                "1031808",
                                "52107201",
                                "A",
                                "TONER BLACK",
                                "OKIDATA",
                                42,
                                amount("27.12"),
                                amount("39.99"),
                                amount("30.50"),
                                "001002003",
                                amount("1.75"),
                                "051851403281",
                                "T",
                                "Black toner for 2,000 pages in a box",
                                "1031809",
                                5));
    }

    @Test
    void aFieldThatIsLeftOutIsEmpty() {
        var detail = (Detail) read(zip(HEADER, detail("1", Map.of()))).getLast();

        assertThat(detail)
                .returns(Optional.empty(), Detail::contractPrice)
                .returns(0L, Detail::totalQuantity)
                .returns("", Detail::replacementSku);
    }

    @Test
    void aDescriptionThatFillsItsFieldGoesOnInTheNextWithoutABlank() {
        var fields = Map.of(50, "x".repeat(78) + "cu", 51, "t and more", 52, "end");

        var detail = (Detail) read(zip(HEADER, detail("1", fields))).getLast();

        assertThat(detail.longDescription()).isEqualTo("x".repeat(78) + "cut and more end");
    }

    @ParameterizedTest
    @CsvSource({"C, true", "U, false"})
    void theHeaderSaysWhetherTheFileListsEverything(String qualifier, boolean full) {
        var lines = read(zip("100042~HDR~20260105~~" + qualifier + "~~"));

        assertThat(lines).containsExactly(new Header(Optional.of(LocalDate.of(2026, 1, 5)), full));
    }

    @Test
    void aDateInAnUnknownFormIsLeftOut() {
        assertThat(read(zip("100042~HDR~JAN 5~~C"))).containsExactly(new Header(Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100042~DTL~x", "100042~HDR~260105~~X", "100042~HDR", "<html>"})
    void aFileThatDoesNotBeginWithAHeaderIsRefused(String first) {
        assertThatExceptionOfType(BrokenFileException.class).isThrownBy(() -> PriceFile.open(stream(zip(first))));
    }

    @Test
    void malformedLinesAreToldByTheirNumberAndTheOthersRead() {
        var lines = read(zip(
                HEADER,
                detail("1", Map.of()),
                "100042~DTL~cut~off",
                "",
                detail("", Map.of()),
                detail("4", Map.of(13, "#VALUE!")),
                detail("5", Map.of(13, "1E999999999")),
                detail("6", Map.of(10, "1.5")),
                detail("7", Map.of(8, "A~B".repeat(32))),
                HEADER,
                "???",
                detail("9", Map.of())));

        assertThat(lines)
                .filteredOn(Malformed.class::isInstance)
                .containsExactly(
                        new Malformed(3, "has only 4 fields and not 70 to 100"),
                        new Malformed(5, "has no SKU (field 5)"),
                        new Malformed(6, "has a contract price that is no number (field 13)"),
                        new Malformed(7, "has a contract price that is no number (field 13)"),
                        new Malformed(8, "has a total quantity that is no whole number (field 10)"),
                        new Malformed(9, "has at least 102 fields and not 70 to 100"),
                        new Malformed(10, "is a second header"),
                        new Malformed(11, "is neither a header nor a product (DTL)"));
        assertThat(lines)
                .filteredOn(Detail.class::isInstance)
                .extracting(line -> ((Detail) line).sku())
                .containsExactly("1", "9");
    }

    @Test
    void aLineWithoutEndIsOneMalformedLine() {
        var lines = read(zip(HEADER, "x".repeat(300_000), detail("1", Map.of())));

        assertThat(lines.get(1)).isEqualTo(new Malformed(2, "is longer than 64 KiB"));
        assertThat(lines.get(2)).isInstanceOf(Detail.class);
    }

    @Test
    void theReservedFieldsAndATrailerSayNothing() {
        var lines = read(zip(HEADER, detail("1", Map.of()) + "~".repeat(30), "100042~TRL~1"));

        assertThat(lines).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
    void aNameIsReadInWhateverCharsetItsLineIsWritten(String charset) {
        var text = HEADER + "\r\n" + detail("1", Map.of(7, "Käse für Zürich")) + "\r\n";

        var lines = read(zipped(Map.of("1.AP", text.getBytes(Charset.forName(charset)))));

        assertThat(((Detail) lines.getLast()).description()).isEqualTo("Käse für Zürich");
    }

    @Test
    void whateverElseIsInTheZipIsPassedOver() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("README.txt", "Hello".getBytes(UTF_8));
        files.put("100042.ap", HEADER.getBytes(UTF_8));

        assertThat(read(zipped(files))).hasSize(1);
    }

    @Test
    void aZipWithNoPriceFileOrWithSeveralIsRefused() {
        var none = zipped(Map.of("README.txt", "Hello".getBytes(UTF_8)));
        var several = zipped(Map.of("1.ap", HEADER.getBytes(UTF_8), "2.ap", HEADER.getBytes(UTF_8)));

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> readAll(none))
                .withMessage("There is no .AP file in the zip, or it is no zip");
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> readAll(several))
                .withMessage("There are several .AP files in the zip");
    }

    @Test
    void aFileThatWasCutOffAnywhereIsRefused() {
        var whole = zip(HEADER, detail("1", Map.of()), detail("2", Map.of(7, "a name")), detail("3", Map.of()));
        // Behind the file itself lies the zip's own list of files, which nothing rests on.
        var content = indexOf(whole, new byte[] {'P', 'K', 1, 2});

        for (var length = 0; length < content; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(BrokenFileException.class)
                    .as("cut off after %d bytes", length)
                    .isThrownBy(() -> readAll(cut));
        }
    }

    @Test
    void aZipThatUnpacksToMoreThanAnyPriceFileIsRefused() {
        var bomb = zip(HEADER, "~".repeat(40_000_000));

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> readAll(bomb))
                .withMessage("The file unpacks to more than any price file has");
    }

    @Test
    void noDamageToAZipMakesTheReaderFailOtherwiseThanItSays() {
        var chance = new Random(4);
        var whole = zip(HEADER, detail("1", Map.of(7, "a name")), detail("2", Map.of(13, "1.25")), "rubbish");

        for (var round = 0; round < 5_000; round++) {
            var damaged = whole.clone();
            for (var hits = 1 + chance.nextInt(4); hits > 0; hits--) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            }
            try {
                readAll(damaged);
            } catch (BrokenFileException declared) {
                assertThat(declared.getMessage()).isNotBlank();
            } catch (IOException undeclared) {
                throw new UncheckedIOException("round " + round, undeclared);
            }
        }
    }

    @Test
    void whateverTheLinesSayEachIsReadOrToldOnce() throws IOException {
        var chance = new Random(5);
        var alphabet = "~~~~~~~~~DTLHDRC10.9- \t\u00e9\u0000";

        for (var round = 0; round < 300; round++) {
            var text = new StringBuilder(HEADER);
            var count = chance.nextInt(30);
            for (var line = 0; line < count; line++) {
                text.append("\nx~").append(chance.nextBoolean() ? "DTL~" : "");
                for (var length = chance.nextInt(400); length > 0; length--) {
                    text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
                }
            }
            var bytes = text.toString().getBytes(Charset.forName("windows-1252"));

            try (var file = PriceFile.open(stream(zipped(Map.of("1.ap", bytes))))) {
                var read = 0;
                while (file.next().isPresent()) {
                    read++;
                }
                assertThat(read).isEqualTo(count);
                assertThat(file.lines()).isEqualTo(count + 1L);
            }
        }
    }

    private static List<PriceLine> read(byte[] zip) {
        try {
            return readAll(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PriceLine> readAll(byte[] zip) throws IOException {
        var lines = new ArrayList<PriceLine>();
        try (var file = PriceFile.open(stream(zip))) {
            lines.add(file.header());
            for (var next = file.next(); next.isPresent(); next = file.next()) {
                lines.add(next.get());
            }
        }
        return lines;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (var at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
