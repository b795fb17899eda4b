package io.nowbridge.tdsynnex;

/** One TD SYNNEX system, spoken to as a user of an account. */
public interface TdSynnex {

    Prices prices();
}
