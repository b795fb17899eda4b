package io.nowbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.local.Consumers;
import io.nowbridge.local.Template;
import io.nowbridge.local.Template.Function;
import io.nowbridge.local.Template.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is deployed, what is written about it and what the code expects are the same. */
class DeploymentTest {

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.nowbridge");
    private static final Template TEMPLATE = Template.read(Template.FILE, Map.of("TokenIssuer", "https://issuer"));

    @Test
    void theTemplatesHandlersAreTheCodesHandlers() {
        var inCode = CODE.stream()
                .filter(type -> type.isAssignableTo(RequestHandler.class) && type.isAnnotatedWith(Named.class))
                .map(type -> type.getAnnotationOfType(Named.class).value());

        assertThat(TEMPLATE.functions())
                .extracting(Function::handler)
                .containsExactlyInAnyOrderElementsOf(inCode.toList());
    }

    @Test
    void aFunctionHasOneSpellingEverywhere() {
        assertThat(TEMPLATE.functions())
                .allSatisfy(function -> assertThat(function.name()).isEqualToIgnoringCase(function.handler()));
    }

    @Test
    void everySettingWithoutADefaultIsGivenToEveryFunction() {
        assertThat(requiredSettings().toList())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(TEMPLATE.functions())
                        .allSatisfy(
                                function -> assertThat(function.environment()).containsKey(setting)));
    }

    @Test
    void everyFunctionHasARowInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(TEMPLATE.functions())
                .allSatisfy(function -> assertThat(readme).contains("\n| `" + function.handler() + "` | "));
    }

    @Test
    void theOpenApiDescribesExactlyTheTemplatesRoutes() throws IOException {
        Map<String, Map<String, Map<String, ?>>> openApi =
                new Yaml().load(Files.readString(Path.of("docs/openapi.yaml")));
        var described = openApi.get("paths").entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));

        assertThat(TEMPLATE.routes().map(Route::key)).containsExactlyInAnyOrderElementsOf(described.toList());
    }

    @Test
    void theConsoleMayUseEveryMethodThatARouteHas() throws IOException {
        var allowed = Pattern.compile("AllowMethods: \\[(.*)]").matcher(Files.readString(Template.FILE));

        assertThat(allowed.find()).isTrue();
        assertThat(TEMPLATE.routes().map(Route::method))
                .isSubsetOf(List.of(allowed.group(1).split(", ")));
    }

    @Test
    void aClaimOutlivesTheFunctionThatHoldsIt() throws NoSuchMethodException, IOException {
        var lease = Duration.parse(TableConfig.class
                .getMethod("claimLease")
                .getAnnotation(WithDefault.class)
                .value());

        var claiming = roles().filter(role -> role.contains("table/${Deployment}-claims"))
                .map(role -> role.substring(0, role.indexOf("Role:")))
                .toList();

        assertThat(TEMPLATE.functions())
                .filteredOn(function -> claiming.stream().anyMatch(function.name()::equalsIgnoreCase))
                .isNotEmpty()
                .allSatisfy(
                        function -> assertThat(function.timeout().plus(MARGIN)).isLessThanOrEqualTo(lease));
    }

    @Test
    void whoeverOpensCredentialsMayKeepTheRefreshTokenThatReplacesTheirs() throws IOException {
        var signingIn =
                roles().filter(role -> role.contains("kms:Decrypt")).filter(role -> !opensWebhookSecretsOnly(role));

        assertThat(signingIn.toList())
                .isNotEmpty()
                .allSatisfy(role -> assertThat(role)
                        .contains("kms:GenerateDataKey")
                        .containsPattern("dynamodb:ConditionCheckItem.*\\n.*-connections\\n")
                        .containsPattern("dynamodb:PutItem.*\\n.*-credentials\\n"));
    }

    @Test
    void whatIsFedFromAQueueMayReadItAndHasTheTimeTo() {
        assertThat(Consumers.complaints()).isEmpty();
    }

    @Test
    void whoChecksWebhooksOpensNoCredentials() throws IOException {
        assertThat(roles().filter(DeploymentTest::opensWebhookSecretsOnly))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(role)
                        .containsPattern("-credentials\\n *Condition:\\n *ForAllValues:StringLike: .*\\*#webhook"));
    }

    @Test
    void whoSignsInToSystemsOpensNoSecretOfAWebhook() throws IOException {
        assertThat(roles().filter(role -> role.contains("Action: [kms:Decrypt, kms:GenerateDataKey]")))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(role)
                        .containsPattern("-credentials\\n *Condition:\\n *ForAllValues:StringNotLike: .*\\*#webhook")
                        .containsPattern("StringNotLike: .*EncryptionContext:connection.*\\* webhook"));
    }

    private static boolean opensWebhookSecretsOnly(String role) {
        return role.contains("kms:EncryptionContext:connection: \"* webhook\"");
    }

    private static Stream<String> roles() throws IOException {
        return Pattern.compile("(?m)^  (?=\\w+:$)")
                .splitAsStream(Files.readString(Template.FILE))
                .filter(resource -> resource.contains("Type: AWS::IAM::Role"));
    }

    private static Stream<String> requiredSettings() {
        return CODE.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .flatMap(config -> Arrays.stream(config.getMethods())
                        .filter(DeploymentTest::isRequired)
                        .map(setting -> variable(
                                config.getAnnotation(ConfigMapping.class).prefix(), setting)));
    }

    private static boolean isRequired(Method setting) {
        return !setting.isAnnotationPresent(WithDefault.class)
                && !List.of(Optional.class, Map.class).contains(setting.getReturnType());
    }

    private static String variable(String prefix, Method setting) {
        var kebab = setting.getName().replaceAll("([A-Z])", "-$1");
        return (prefix + "." + kebab).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
