package io.nowbridge.webhook;

class InMemoryWebhookIdsTest extends WebhookIdsContract {

    @Override
    protected WebhookIds emptyStore() {
        return new InMemoryWebhookIds();
    }
}
