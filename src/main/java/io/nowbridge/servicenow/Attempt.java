package io.nowbridge.servicenow;

/**
 * A request on its way.
 *
 * @param name what it is called in a message, such as {@code Opening an incident}
 * @param writes whether it changes anything where it is carried out
 */
record Attempt(String name, boolean writes) {

    static Attempt read(String name) {
        return new Attempt(name, false);
    }

    static Attempt write(String name) {
        return new Attempt(name, true);
    }
}
