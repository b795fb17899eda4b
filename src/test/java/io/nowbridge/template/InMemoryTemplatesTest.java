package io.nowbridge.template;

class InMemoryTemplatesTest extends TemplatesContract {

    @Override
    protected Templates emptyStore() {
        return new InMemoryTemplates();
    }
}
