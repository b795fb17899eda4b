package io.nowbridge.connector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Row;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileRowsTest {

    private final GivenInbox inbox = GivenInbox.with(new byte[1]);

    @Test
    void aFileHasAsManyRowsAsAllowedAndNotOneMore() {
        assertThat(rows(7, 7)).hasSize(8);
        assertThatThrownBy(() -> rows(8, 7))
                .isInstanceOf(Unintelligible.class)
                .hasMessage("The file has more than 7 rows");
        assertThat(inbox.copiesLeft()).isEmpty();
    }

    /** The header and what follows. */
    private List<Row> rows(int number, int most) {
        return new FileRows(inbox, file -> new Counted(file, number), most)
                .of(new Edition("file", GivenInbox.ARRIVED, 1, "1"))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static final class Counted implements RowReader {

        private final InputStream file;
        private int left;

        Counted(InputStream file, int number) {
            this.file = file;
            this.left = number;
        }

        @Override
        public Row.Header header() {
            return new Row.Header(true, Optional.empty());
        }

        @Override
        public Optional<Row> next() {
            return left-- > 0 ? Optional.of(new Row.Malformed(left, "It is one of many")) : Optional.empty();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
