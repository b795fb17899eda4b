package io.nowbridge.local.tdsynnex;

/** How far a product's life has come, with its letter in field 40 of the price file. */
enum Standing {
    ACTIVE("A"),
    SPECIAL_ORDER("B"),
    END_OF_LIFE("C"),
    TO_BE_DISCONTINUED("T"),
    /** Listed for some days more, with a D in field 6. The documents name no letter of field 40 for it. */
    DISCONTINUED("C");

    private final String letter;

    Standing(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}
