package io.nowbridge.ticket;

/** Makes link ids that nothing bears yet. */
public interface LinkIds {

    LinkId next();
}
