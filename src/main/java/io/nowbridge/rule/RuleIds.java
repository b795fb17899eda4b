package io.nowbridge.rule;

/** Makes ids that no rule bears yet. */
public interface RuleIds {

    RuleId next();
}
