package io.nowbridge.order;

import io.nowbridge.connection.Connection;
import io.nowbridge.template.Template;
import java.util.Optional;

/**
 * The way that an order takes, open at both ends.
 *
 * @param creating the template that submits it
 * @param following the enabled template that follows the orders between the same two; empty if there is none
 */
record Way(Template creating, Optional<Template> following, Connection desk, Connection distributor) {}
