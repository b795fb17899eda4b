package io.nowbridge.export;

import io.nowbridge.activity.Activity;

/** Words entries in one format. */
public interface Rows {

    /** What a file begins with. */
    String head();

    /** An entry, with its line end. */
    String row(Activity entry);
}
