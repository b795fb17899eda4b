package io.nowbridge.local.tdsynnex;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A warehouse, and which field of the price file has its stock; several fields mean another one in the other country.
 *
 * <p>Source: price file 4.3, as clients of it read it.
 */
enum Warehouse {
    MIAMI(Region.US, 16, 15, "33122", "Miami, FL"),
    TRACY(Region.US, 3, 16, "95304", "Tracy, CA"),
    ROMEOVILLE(Region.US, 6, 22, "60446", "Romeoville, IL"),
    SOUTHAVEN(Region.US, 7, 24, "38671", "Southaven, MS"),
    COLUMBUS(Region.US, 50, 30, "43217", "Columbus, OH"),
    SUWANEE(Region.US, 502, 56, "30024", "Suwanee, GA"),
    CHINO(Region.US, 12, 61, "91710", "Chino, CA"),
    SWEDESBORO(Region.US, 503, 62, "08085", "Swedesboro, NJ"),
    SOUTH_BEND(Region.US, 504, 63, "46628", "South Bend, IN"),
    FORT_WORTH(Region.US, 505, 64, "76177", "Fort Worth, TX"),
    FONTANA(Region.US, 506, 69, "92337", "Fontana, CA"),
    DARTMOUTH(Region.CA, 26, 16, "B3B", "Dartmouth, NS"),
    CALGARY(Region.CA, 31, 20, "T2C", "Calgary, AB"),
    GUELPH(Region.CA, 29, 22, "N1H", "Guelph, ON"),
    MISSISSAUGA(Region.CA, 80, 61, "L5N", "Mississauga, ON"),
    RICHMOND(Region.CA, 81, 62, "V6V", "Richmond, BC");

    /** What the XML services call the manufacturer's own, from which products are shipped directly. */
    static final int DROP_SHIP = 98;

    private final Region region;
    private final int number;
    private final int field;
    private final String zipCode;
    private final String city;

    Warehouse(Region region, int number, int field, String zipCode, String city) {
        this.region = region;
        this.number = number;
        this.field = field;
        this.zipCode = zipCode;
        this.city = city;
    }

    static List<Warehouse> of(Region region) {
        return Arrays.stream(values())
                .filter(warehouse -> warehouse.region == region)
                .toList();
    }

    /** The warehouse of a number; empty for the manufacturer's own. */
    static Optional<Warehouse> numbered(int number) {
        return Arrays.stream(values())
                .filter(warehouse -> warehouse.number == number)
                .findFirst();
    }

    int number() {
        return number;
    }

    /** Counts from 1. */
    int field() {
        return field;
    }

    String zipCode() {
        return zipCode;
    }

    String city() {
        return city;
    }
}
