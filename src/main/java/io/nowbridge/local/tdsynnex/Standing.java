package io.nowbridge.local.tdsynnex;

/** How far a product's life has come, with its letter in field 40 of the price file. */
enum Standing {
    ACTIVE("A", "active"),
    SPECIAL_ORDER("B", "special order"),
    END_OF_LIFE("C", "end of life"),
    TO_BE_DISCONTINUED("T", "to be discontinued"),
    /** Listed for some days more, with a D in field 6. The documents name no letter of field 40 for it. */
    DISCONTINUED("C", "discontinued");

    private final String letter;
    private final String word;

    Standing(String letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    String letter() {
        return letter;
    }

    String word() {
        return word;
    }
}
