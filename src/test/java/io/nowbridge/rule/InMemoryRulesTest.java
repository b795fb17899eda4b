package io.nowbridge.rule;

class InMemoryRulesTest extends RulesContract {

    @Override
    protected Rules emptyStore() {
        return new InMemoryRules();
    }
}
