package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Templates and their versions. Each write of a template writes all that tells of it, in one transaction.
 *
 * <table>
 * <caption>The templates table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>template</td><td>{@code templates}</td><td>{@code <id>}</td></tr>
 * <tr><td>the templates of a connection, once for each of the two</td><td>{@code connection#<connection>}</td>
 * <td>{@code <id>}</td></tr>
 * <tr><td>version</td><td>{@code template#<id>}</td><td>{@code <revision, 19 digits>}</td></tr>
 * <tr><td>which template of a kind is enabled between two systems</td>
 * <td>{@code enabled#<kind>#<desk>#<distributor>}</td><td>{@code enabled}</td></tr>
 * </table>
 */
public final class DynamoDbTemplates implements Templates {

    private final Transactions transactions;
    private final KeyedItems items;
    private final TemplateWrites writes;

    public DynamoDbTemplates(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.transactions = new Transactions(dynamoDb);
        this.items = new KeyedItems(dynamoDb, config.templates());
        this.writes = new TemplateWrites(config.templates());
    }

    @Override
    public Uni<Page<Template>> page(PageRequest request) {
        return items.page(TemplateWrites.ALL, request, true).map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Page<Template>> page(ConnectionId connection, PageRequest request) {
        return items.page(TemplateWrites.joining(connection), request, true)
                .map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Optional<Template>> find(TemplateId id) {
        return items.find(TemplateWrites.ALL, id.value()).map(found -> found.map(TemplateItems::template));
    }

    @Override
    public Uni<Page<Template>> versions(TemplateId id, PageRequest request) {
        return items.page(TemplateWrites.versions(id), request, false).map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Optional<Template>> version(TemplateId id, long revision) {
        return items.find(TemplateWrites.versions(id), TemplateWrites.version(revision))
                .map(found -> found.map(TemplateItems::template));
    }

    @Override
    public Uni<Void> add(Template template) {
        return transactions.write(writes.add(template));
    }

    @Override
    public Uni<Boolean> change(Template changed) {
        return transactions.writeIfUnchanged(writes.change(changed));
    }

    @Override
    public Uni<Enabling> enable(Template enabled) {
        return transactions
                .write(writes.enable(enabled))
                .replaceWith((Enabling) new Enabling.Enabled())
                .onFailure(Transactions::isRefusal)
                .recoverWithItem(failure -> enabling(((TransactionCanceledException) failure)
                        .cancellationReasons()
                        .getFirst()));
    }

    private static Enabling enabling(CancellationReason ofPlace) {
        return Transactions.isRefused(ofPlace)
                ? new Enabling.Taken(new TemplateId(text(ofPlace.item(), TemplateItems.ID)))
                : new Enabling.ChangedMeanwhile();
    }

    @Override
    public Uni<Boolean> disable(Template disabled) {
        return transactions.writeIfUnchanged(writes.disable(disabled));
    }

    @Override
    public Uni<Boolean> remove(Template template) {
        return transactions.writeIfUnchanged(writes.remove(template));
    }

    @Override
    public Uni<Void> sweep(TemplateId id) {
        return items.empty(TemplateWrites.versions(id));
    }
}
