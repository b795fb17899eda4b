package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class TemplateTest {

    private static final Map<String, String> ISSUER = Map.of("TokenIssuer", "http://localhost:8094/nowbridge");

    @TempDir
    private Path directory;

    @Test
    void ourTemplateLeadsFromItsRouteToTheHandler() {
        var template = Template.read(Template.FILE, ISSUER);

        var rule = new Template.TokenRule("http://localhost:8094/nowbridge", Set.of("nowbridge"));
        assertThat(template.functions())
                .filteredOn(function -> function.handler().equals("createTicket"))
                .singleElement()
                .satisfies(function -> {
                    assertThat(function.name()).isEqualTo("CreateTicket");
                    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(29));
                    assertThat(function.environment()).containsEntry("NOWBRIDGE_TABLES_CLAIMS", "nowbridge-claims");
                    assertThat(function.routes())
                            .containsExactly(
                                    new Template.Route("POST", "/anomalies/{anomalyId}/tickets", Optional.of(rule)));
                });
    }

    @Test
    void everyTableOfTheEnvironmentIsDeclared() {
        var environment = Template.read(Template.FILE, ISSUER).environment();

        var tables = environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("NOWBRIDGE_TABLES_"))
                .filter(entry -> !entry.getKey().endsWith("_MEMORY"))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(Table.read(Table.FILE)).extracting(Table::name).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void everyQueueOfTheEnvironmentIsDeclared() {
        var environment = Template.read(Template.FILE, ISSUER).environment();

        var queues = environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("NOWBRIDGE_QUEUES_"))
                .map(entry -> entry.getValue().replaceFirst(".*/", ""))
                .toList();

        assertThat(queues).isNotEmpty();
        assertThat(Queue.read(Queue.FILE)).extracting(Queue::name).containsAll(queues);
    }

    @Test
    void aTableKnowsItsKeyAndItsExpiry() {
        var tables = Table.read(Table.FILE);

        var activity = tables.stream()
                .filter(table -> table.name().equals("nowbridge-activity"))
                .findFirst()
                .orElseThrow();

        assertThat(activity.key()).extracting(KeySchemaElement::attributeName).containsExactly("pk", "sk");
        assertThat(activity.expiryAttribute()).contains("expiresAtEpochSeconds");
    }

    @Test
    void aParameterWithoutAValueIsNamed() {
        assertThatThrownBy(() -> Template.read(Template.FILE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TokenIssuer");
    }

    @Test
    void anotherDeploymentHasTablesOfItsOwn() {
        var template = Template.read(
                Template.FILE, Map.of("TokenIssuer", "https://issuer.example.com", "Deployment", "second"));

        assertThat(template.environment()).containsEntry("NOWBRIDGE_TABLES_LINKS", "second-links");
    }

    @Test
    void withoutSubnetsAFunctionIsInNoNetwork() {
        var stack = Stack.read(Template.FILE, ISSUER);

        assertThat(properties(stack, "AWS::Serverless::Function"))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.find("VpcConfig")).isEmpty());
        assertThat(properties(stack, "AWS::IAM::Role"))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(role.toString()).doesNotContain("ec2:"));
    }

    @Test
    void withSubnetsAFunctionThatCallsRemoteSystemsIsInTheirNetworkAndMayJoinIt() {
        var parameters = new HashMap<>(ISSUER);
        parameters.put("SubnetIds", "subnet-a,subnet-b");
        parameters.put("SecurityGroupIds", "sg-a");

        var stack = Stack.read(Template.FILE, parameters);

        assertThat(stack.resources("AWS::Serverless::Function")
                        .get("CreateTicket")
                        .at("Properties")
                        .at("VpcConfig")
                        .value())
                .isEqualTo(Map.of(
                        "SubnetIds", List.of("subnet-a", "subnet-b"),
                        "SecurityGroupIds", List.of("sg-a")));
        assertThat(stack.resources("AWS::IAM::Role").get("CreateTicketRole").toString())
                .contains("ec2:CreateNetworkInterface");
    }

    @Test
    void whatHasNoValueIsLeftOut() throws IOException {
        var template = template("""
                Parameters:
                  Hosts: {Type: CommaDelimitedList, Default: "a,b"}
                Conditions:
                  HasHosts: !Not [!Equals [!Join ["", !Ref Hosts], ""]]
                Resources:
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: 3
                      VpcConfig: !If [HasHosts, !Ref AWS::NoValue, {SubnetIds: []}]
                      Environment:
                        Variables:
                          QUARKUS_LAMBDA_HANDLER: one
                          HOSTS: !Join [":", [!Ref AWS::NoValue, !Join ["-", !Ref Hosts]]]
                """);

        assertThat(template.functions())
                .extracting(Template.Function::environment)
                .containsExactly(Map.of("HOSTS", "a-b"));
    }

    @Test
    void globalsAreOverriddenByAFunctionsOwn() throws IOException {
        var template = template("""
                Globals:
                  Function:
                    Timeout: 10
                    Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: none, SHARED: all}}
                Resources:
                  Api: {Type: AWS::Serverless::HttpApi, Properties: {Name: api}}
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                      Events:
                        Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /one}}
                """);

        assertThat(template.functions())
                .containsExactly(new Template.Function(
                        "One",
                        "one",
                        Duration.ofSeconds(10),
                        Map.of("SHARED", "all"),
                        List.of(new Template.Route("GET", "/one", Optional.empty()))));
    }

    @Test
    void conditionsAndJoinsAreWorkedOut() throws IOException {
        var template = template("""
                Parameters:
                  Stage: {Type: String, Default: test}
                Conditions:
                  IsLive: !Equals [!Ref Stage, live]
                  IsNotLive: !Not [!Condition IsLive]
                Resources:
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: !If [IsNotLive, 3, 29]
                      Environment:
                        Variables:
                          QUARKUS_LAMBDA_HANDLER: one
                          PATHS: !Join [":", [!Ref Stage, !Sub "${Stage}-${!Literal}", !GetAtt One.Arn]]
                """);

        assertThat(template.functions())
                .containsExactly(new Template.Function(
                        "One",
                        "one",
                        Duration.ofSeconds(3),
                        Map.of("PATHS", "test:test-${Literal}:One.Arn"),
                        List.of()));
    }

    @Test
    void aRouteMayBeOpenToEveryone() throws IOException {
        var template = template("""
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                    Properties:
                      Auth:
                        DefaultAuthorizer: Token
                        Authorizers:
                          Token:
                            IdentitySource: $request.header.Authorization
                            JwtConfiguration: {issuer: "https://issuer.example.com", audience: [nowbridge]}
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: 3
                      Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                      Events:
                        Hook:
                          Type: HttpApi
                          Properties: {ApiId: !Ref Api, Method: POST, Path: /hook, Auth: {Authorizer: NONE}}
                """);

        assertThat(template.routes()).containsExactly(new Template.Route("POST", "/hook", Optional.empty()));
    }

    @Test
    void aQueueAndAScheduleMakeAFunctionRun() throws IOException {
        var template = template("""
                Parameters:
                  Deployment: {Type: String, Default: nowbridge}
                Resources:
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: 3
                      Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                      EventInvokeConfig: {MaximumRetryAttempts: 0}
                      Events:
                        Updates:
                          Type: SQS
                          Properties:
                            Queue: !Sub arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Deployment}-updates.fifo
                            BatchSize: 10
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            ScalingConfig: {MaximumConcurrency: 2}
                        Tick:
                          Type: ScheduleV2
                          Properties:
                            ScheduleExpression: rate(5 minutes)
                            RetryPolicy: {MaximumRetryAttempts: 0}
                """);

        assertThat(template.functions()).singleElement().satisfies(function -> {
            assertThat(function.queues()).singleElement().satisfies(queue -> {
                assertThat(queue.queue()).isEqualTo("nowbridge-updates.fifo");
                assertThat(queue.batchSize()).isEqualTo(10);
                assertThat(queue.concurrency()).isEqualTo(2);
            });
            assertThat(function.schedules()).containsExactly(new Template.Schedule(Duration.ofMinutes(5)));
            assertThat(function.routes()).isEmpty();
        });
    }

    @Test
    void aQueueWhoseFunctionDoesNotReportFailuresIsRefused() {
        assertThatThrownBy(() -> template("""
                        Resources:
                          One:
                            Type: AWS::Serverless::Function
                            Properties:
                              Timeout: 3
                              Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                              Events:
                                Updates: {Type: SQS, Properties: {Queue: "a:b", BatchSize: 1, FunctionResponseTypes: []}}
                        """))
                .hasMessage(
                        "template.yaml.Resources.One.Properties.Events.Updates.Properties.FunctionResponseTypes is [],"
                                + " but the local run only understands [ReportBatchItemFailures]");
    }

    @Test
    void aScheduleThatIsNoRateIsRefused() {
        assertThatThrownBy(() -> template("""
                        Resources:
                          One:
                            Type: AWS::Serverless::Function
                            Properties:
                              Timeout: 3
                              Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                              Events:
                                Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: "cron(0 9 * * ? *)"}}
                        """))
                .hasMessageEndingWith("ScheduleExpression is cron(0 9 * * ? *), but the local run only understands"
                        + " rate(<number> minutes, hours or days)");
    }

    @Test
    void aTriggerThatTheLocalRunLacksIsRefused() {
        assertThatThrownBy(() -> template("""
                        Resources:
                          One:
                            Type: AWS::Serverless::Function
                            Properties:
                              Timeout: 3
                              Environment: {Variables: {QUARKUS_LAMBDA_HANDLER: one}}
                              Events:
                                Drop: {Type: S3, Properties: {Bucket: inbox}}
                        """))
                .hasMessage("template.yaml.Resources.One.Properties.Events.Drop.Type is S3,"
                        + " but the local run only understands HttpApi, SQS and ScheduleV2");
    }

    @Test
    void aFunctionOfCloudFormationThatTheLocalRunLacksIsRefused() {
        assertThatThrownBy(() -> template("Resources: {One: {Type: !Split [b, abc]}}"))
                .hasMessage("template.yaml uses Fn::Split, which the local run does not understand");
    }

    @Test
    void aResourceThatTheLocalRunLacksIsRefused() {
        assertThatThrownBy(() -> template("Resources: {Inbox: {Type: AWS::SQS::Queue}}"))
                .hasMessage("template.yaml.Resources.Inbox.Type is AWS::SQS::Queue,"
                        + " which the local run does not understand");
    }

    @Test
    void aResourceUnderAConditionIsRefused() {
        assertThatThrownBy(() -> template("""
                        Resources: {One: {Type: AWS::Serverless::Function, Condition: IsLive, Properties: {Timeout: 3}}}
                        """))
                .hasMessage("template.yaml.Resources.One has [Condition], which the local run does not understand");
    }

    @Test
    void aPropertyThatNobodyThoughtOfIsRefused() {
        assertThatThrownBy(() -> template("""
                        Resources:
                          One:
                            Type: AWS::Serverless::Function
                            Properties: {Timeout: 3, VpcConfig: {SubnetIds: [a]}}
                        """))
                .hasMessage(
                        "template.yaml.Resources.One.Properties has [VpcConfig], which the local run does not understand");
    }

    private static List<Node> properties(Stack stack, String type) {
        return stack.resources(type).values().stream()
                .map(resource -> resource.at("Properties"))
                .toList();
    }

    private Template template(String yaml) throws IOException {
        return Template.read(Files.writeString(directory.resolve("template.yaml"), yaml), Map.of());
    }
}
