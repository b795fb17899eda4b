package io.nowbridge.local.servicenow;

/** What the seed plants and several tests speak of: paths below the address of the instance, and keys. */
final class Planted {

    static final String INCIDENT = "/api/now/table/incident";
    static final String NETWORK_SHARES_ID = "9d385017c611228701d22104cc95c371";
    static final String NETWORK_SHARES = INCIDENT + "/" + NETWORK_SHARES_ID;
    static final String CANNOT_READ_EMAIL_ID = "9c573169c611228700193229fff72400";
    static final String CANNOT_READ_EMAIL = INCIDENT + "/" + CANNOT_READ_EMAIL_ID;
    static final String SERVICE_USER_ID = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

    private Planted() {}
}
