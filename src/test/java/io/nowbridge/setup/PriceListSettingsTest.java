package io.nowbridge.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.SystemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "path, /exports/prices.csv?day=1",
        "column.sku, Artikel-Nr.",
        "separator, semicolon",
        "charset, windows-1252",
        "decimalComma, true",
        "currency, EUR",
        "content, changes",
        "statuses, 'X=discontinued,Out of range=end-of-life'"
    })
    void aPriceListTakesWhatItCanMean(String name, String value) {
        assertThat(Settings.flaw(SystemType.CSV, name, value)).isEmpty();
        assertThat(Settings.flaw(SystemType.TDSYNNEX, name, value)).contains("is not a setting of TD SYNNEX");
    }

    @ParameterizedTest
    @CsvSource({
        "path, prices.csv, is a path such as /exports/prices.csv",
        "path, //elsewhere.example/prices.csv, is a path such as /exports/prices.csv",
        "path, /prices|all.csv, is a path such as /exports/prices.csv",
        "column.sku, ' ', has 1 to 100 characters",
        "column.colour, x, is not a setting of CSV price list",
        "separator, ';', 'is comma, semicolon, tab or pipe'",
        "charset, no charset, is a charset such as UTF-8 or windows-1252",
        "charset, klingon, is a charset such as UTF-8 or windows-1252",
        "decimalComma, yes, is true or false",
        "currency, EURO, is a currency such as EUR",
        "content, delta, is full or changes",
        "statuses, X=gone, 'is a list such as X=discontinued,EOL=end-of-life'",
        "region, US, is not a setting of CSV price list"
    })
    void whatItCannotMeanIsToldWithWhatItCould(String name, String value, String flaw) {
        assertThat(Settings.flaw(SystemType.CSV, name, value)).contains(flaw);
    }
}
