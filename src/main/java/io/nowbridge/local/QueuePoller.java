package io.nowbridge.local;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Feeds a function from its queue as Lambda does: receives messages, invokes the function with them, and deletes those that it
 * did not report as failed. The rest comes back when the queue shows it again; until then the queue holds back what is behind
 * it in its group.
 */
final class QueuePoller implements AutoCloseable {

    // What a poll receives after its process was killed is hidden for a while: the shorter it waits, the less that is.
    private static final int WAIT_SECONDS = 1;

    private static final int PAUSE_SECONDS = 1;

    private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());

    private final SqsAsyncClient sqs;
    private final String url;
    private final Template.Function function;
    private final Template.QueueTrigger trigger;
    private final Invocations invocations;

    private final Lock polling = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("queue-", 0).factory());

    // The queues start beside us: only one that was there is missed, and said to be once. Guarded by polling.
    private boolean wasThere;

    private QueuePoller(
            SqsAsyncClient sqs,
            String url,
            Template.Function function,
            Template.QueueTrigger trigger,
            Invocations invocations) {
        this.sqs = sqs;
        this.url = url;
        this.function = function;
        this.trigger = trigger;
        this.invocations = invocations;
    }

    /** Starts to poll the queues of all functions, on the server on {@code port}. */
    static List<QueuePoller> start(Template template, SqsAsyncClient sqs, int port, Invocations invocations) {
        return template.functions().stream()
                .flatMap(function -> function.queues().stream()
                        .map(trigger -> new QueuePoller(
                                sqs, LocalSqs.url(port, trigger.queue()), function, trigger, invocations)))
                .map(QueuePoller::start)
                .toList();
    }

    /** Receives no more, and lets what was received be worked on. */
    @Override
    public void close() {
        closing.countDown();
        workers.close();
    }

    private QueuePoller start() {
        for (var worker = 0; worker < trigger.concurrency(); worker++) {
            workers.execute(this::work);
        }
        return this;
    }

    private void work() {
        try {
            while (closing.getCount() > 0) {
                var messages = receive();
                if (!messages.isEmpty()) {
                    invoke(new SqsEvent(trigger.arn(), messages));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // One poll at a time is enough: while a worker is busy, another one polls.
    private List<Message> receive() throws InterruptedException {
        polling.lockInterruptibly();
        try {
            var messages = closing.getCount() == 0 ? List.<Message>of() : poll();
            wasThere = true;
            return messages;
        } catch (ExecutionException e) {
            LOG.log(
                    wasThere ? Level.WARNING : Level.DEBUG,
                    "%s cannot be polled: %s".formatted(trigger.queue(), e.getCause()));
            wasThere = false;
            closing.await(PAUSE_SECONDS, TimeUnit.SECONDS);
            return List.of();
        } finally {
            polling.unlock();
        }
    }

    private List<Message> poll() throws ExecutionException, InterruptedException {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(trigger.batchSize())
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .get()
                .messages();
    }

    private void invoke(SqsEvent event) throws InterruptedException {
        var requestId = UUID.randomUUID().toString();
        try {
            delete(event.done(invocations.invoke(function, requestId, event.json())));
        } catch (TimeoutException e) {
            LOG.log(Level.ERROR, "%s took too long, request %s".formatted(function.name(), requestId));
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "%s failed, request %s".formatted(function.name(), requestId), e.getCause());
        }
    }

    private void delete(List<Message> messages) throws ExecutionException, InterruptedException {
        if (messages.isEmpty()) {
            return;
        }
        var entries = messages.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        var answer = sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries))
                .get();
        answer.failed()
                .forEach(message -> LOG.log(
                        Level.WARNING, "A message is worked on but not deleted: %s".formatted(message.message())));
    }
}
