package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteReferenceTest {

    private static final NoteReference REFERENCE = NoteReference.of("default#e1");

    @Test
    void theSameIdHasTheSameReference() {
        assertThat(NoteReference.of("default#e1")).isEqualTo(REFERENCE);
        assertThat(NoteReference.of("default#e2")).isNotEqualTo(REFERENCE);
    }

    @Test
    void itIsFoundAtTheEndOfTheNoteThatItWasPutUnder() {
        assertThat(NoteReference.atEndOf(REFERENCE.under("Found the cause\n") + "\n"))
                .contains(REFERENCE);
    }

    @Test
    void whatSomebodyQuotesInTheMiddleIsNotTheNotesOwn() {
        assertThat(NoteReference.atEndOf(REFERENCE.under("See") + " for the cause"))
                .isEmpty();
    }
}
