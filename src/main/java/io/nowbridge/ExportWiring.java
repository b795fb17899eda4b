package io.nowbridge;

import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.connection.Connections;
import io.nowbridge.dynamodb.DynamoDbExports;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.export.ArchiveActivity;
import io.nowbridge.export.ExportActivity;
import io.nowbridge.export.ExportFiles;
import io.nowbridge.export.ExportLog;
import io.nowbridge.export.ExportQueue;
import io.nowbridge.export.Exports;
import io.nowbridge.export.Layouts;
import io.nowbridge.export.ReadExport;
import io.nowbridge.export.Rows;
import io.nowbridge.export.Shelves;
import io.nowbridge.export.WriteExport;
import io.nowbridge.files.FolderFiles;
import io.nowbridge.files.S3Files;
import io.nowbridge.sqs.QueueConfig;
import io.nowbridge.sqs.SqsExportQueue;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What hands the Sync Activity Log over as files. */
final class ExportWiring {

    @Produces
    @Singleton
    Exports exports(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbExports(dynamoDb, tables);
    }

    @Produces
    @Singleton
    ExportQueue exportQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        return new SqsExportQueue(sqs, queues, chance);
    }

    @Produces
    @Singleton
    Layouts layouts(Connections connections, Rows ndjson) {
        return new Layouts(connections, ndjson);
    }

    @Produces
    @Singleton
    ExportLog exportLog(ActivityLog log, InstantSource clock) {
        return new ExportLog(log, clock);
    }

    @Produces
    @Singleton
    Shelves shelves(
            Instance<S3AsyncClient> s3,
            Instance<S3Presigner> presigner,
            RandomGenerator chance,
            InstantSource clock,
            ExportConfig config) {
        if (config.bucket().isPresent() == config.folder().isPresent()) {
            throw new IllegalStateException(
                    "Exports need one place: set nowbridge.exports.bucket or nowbridge.exports.folder");
        }
        var downloads = config.bucket()
                .<ExportFiles>map(bucket -> new S3Files(s3::get, presigner::get, bucket, clock))
                .orElseGet(() -> new FolderFiles(config.folder().orElseThrow(), chance));
        var archive =
                config.archiveBucket().<ExportFiles>map(bucket -> new S3Files(s3::get, presigner::get, bucket, clock));
        return new Shelves(downloads, archive);
    }

    @Produces
    @Singleton
    ExportActivity exportActivity(
            ActivityHistory history,
            Layouts layouts,
            Exports exports,
            ExportQueue queue,
            ExportLog log,
            InstantSource clock,
            ExportConfig config) {
        return new ExportActivity(
                history,
                layouts,
                exports,
                queue,
                log,
                clock,
                () -> UUID.randomUUID().toString(),
                new ExportActivity.Room(config.answerBytes(), config.answerTime()));
    }

    @Produces
    @Singleton
    WriteExport writeExport(
            ActivityHistory history,
            Layouts layouts,
            Exports exports,
            ExportQueue queue,
            ExportLog log,
            Shelves shelves,
            InstantSource clock,
            ExportConfig config) {
        return new WriteExport(history, layouts, exports, queue, log, shelves, clock, config.partBytes());
    }

    @Produces
    @Singleton
    ReadExport readExport(Exports exports, Shelves shelves, InstantSource clock, ExportConfig config) {
        return new ReadExport(exports, shelves, clock, config.linkLife());
    }

    @Produces
    @Singleton
    ArchiveActivity archiveActivity(
            Exports exports, ExportQueue queue, Shelves shelves, InstantSource clock, ExportConfig config) {
        return new ArchiveActivity(exports, queue, shelves, clock, config.archiveReach());
    }
}
