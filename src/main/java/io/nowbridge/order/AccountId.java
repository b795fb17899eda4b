package io.nowbridge.order;

/**
 * An account at a distributor, the same for as long as it is the same account, over whichever connection; it gives nothing of
 * the account's number away.
 */
public record AccountId(String value) {

    public AccountId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an account's id has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
