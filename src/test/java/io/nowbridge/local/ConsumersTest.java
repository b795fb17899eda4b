package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumersTest {

    private static final String ARN = "arn:aws:sqs:eu-central-1:000000000000:";
    private static final String UPDATES = ARN + "nowbridge-ticket-updates.fifo";
    private static final String RIGHTS = "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]";
    private static final String COMPLAINT = "Deliver may not do to nowbridge-ticket-updates.fifo, and to nothing else,"
            + " exactly [sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage]";

    @TempDir
    private Path directory;

    @Test
    void whatIsFedAsItShouldBeGivesNoReasonToComplain() throws IOException {
        assertThat(complaints(30, UPDATES, RIGHTS, UPDATES)).isEmpty();
    }

    @Test
    void aQueueThatIsNotThereIsNamed() throws IOException {
        var elsewhere = ARN + "elsewhere.fifo";

        assertThat(complaints(30, elsewhere, RIGHTS, elsewhere))
                .containsExactly("Deliver is fed from elsewhere.fifo, which is no queue");
    }

    @Test
    void aFunctionThatTakesTooLongForItsQueueIsNamed() throws IOException {
        assertThat(complaints(31, UPDATES, RIGHTS, UPDATES))
                .containsExactly("nowbridge-ticket-updates.fifo hides a message for less than 6 timeouts of Deliver");
    }

    @Test
    void aRightThatIsMissingIsNoticed() throws IOException {
        assertThat(complaints(30, UPDATES, "[sqs:ReceiveMessage, sqs:DeleteMessage]", UPDATES))
                .containsExactly(COMPLAINT);
    }

    @Test
    void rightsOnAnotherQueueAreNoticed() throws IOException {
        assertThat(complaints(30, UPDATES, RIGHTS, "\"*\"")).containsExactly(COMPLAINT);
        assertThat(complaints(30, UPDATES, RIGHTS, "[%s, %sother.fifo]".formatted(UPDATES, ARN)))
                .containsExactly(COMPLAINT);
        assertThat(complaints(30, UPDATES, "\"sqs:*\"", UPDATES)).containsExactly(COMPLAINT);
    }

    private List<String> complaints(int timeout, String queue, String actions, String resource) throws IOException {
        var template =
                Files.writeString(directory.resolve("template.yaml"), """
                Resources:
                  Deliver:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: %d
                      Role: !GetAtt DeliverRole.Arn
                      Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: deliver}}
                      Events:
                        Updates:
                          Type: SQS
                          Properties:
                            Queue: %s
                            BatchSize: 10
                            FunctionResponseTypes: [ReportBatchItemFailures]
                  DeliverRole:
                    Type: AWS::IAM::Role
                    Properties:
                      Policies:
                        - PolicyDocument:
                            Statement:
                              - {Effect: Allow, Action: dynamodb:PutItem, Resource: elsewhere}
                              - {Effect: Allow, Action: %s, Resource: %s}
                """.formatted(timeout, queue, actions, resource));
        return Consumers.complaints(template, Queue.FILE);
    }
}
