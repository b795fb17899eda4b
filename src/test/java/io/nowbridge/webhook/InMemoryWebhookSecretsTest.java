package io.nowbridge.webhook;

class InMemoryWebhookSecretsTest extends WebhookSecretsContract {

    @Override
    protected WebhookSecrets emptyStore() {
        return new InMemoryWebhookSecrets(connection -> !connection.equals(NOT_CONNECTED));
    }
}
