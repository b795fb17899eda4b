package io.nowbridge.local.tdsynnex;

import java.util.Arrays;

/** Carriers by the codes that orders name them with; a few of the documented ones. */
enum ShipMethod {
    FG("FedEx Ground"),
    FX("FedEx Express Saver"),
    F2("FedEx 2 Day"),
    FO("FedEx Standard Overnight"),
    FP("FedEx Priority Overnight"),
    UPG("UPS Ground"),
    PUG("Purolator Ground"),
    DSV("Drop Ship Vendor"),
    EDEL("Electronic Delivery"),
    /** What is awaited, looked at or deleted. */
    NL("Hold Order");

    private final String description;

    ShipMethod(String description) {
        this.description = description;
    }

    /** A code that is not among them describes itself. */
    static String description(String code) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(code))
                .map(method -> method.description)
                .findFirst()
                .orElse(code);
    }
}
