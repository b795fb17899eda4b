package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.product.Catalogue.Edition;

/** Why a run cannot go by a catalogue as it is, for the people who can change that. */
final class EditionTroubles {

    private EditionTroubles() {}

    static Failure nothingArrived(Connection distributor) {
        return new Failure(
                distributor.name(),
                "No edition of its catalogue has arrived yet",
                WhoCanFix.ADMINISTRATOR,
                "See that the distributor sends its files, and that they reach the place which the connection names.");
    }

    /** It lacks so much that a person has to look at it. */
    static Failure suspicious(Edition edition, String why) {
        return new Failure(
                edition.name(),
                why,
                WhoCanFix.ADMINISTRATOR,
                "Confirm the run if they are really sold no more, or cancel it: then the next file counts.");
    }

    static Failure refused(Edition edition, String flaw) {
        return new Failure(
                edition.name(),
                "The catalogue is refused: " + flaw,
                WhoCanFix.REMOTE_OWNER,
                "Ask the distributor for another file; the lines that cannot be read are named beside this.");
    }
}
